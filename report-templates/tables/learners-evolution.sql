-- caption: Learners on random graphs and by density evolution. End: unlearned share when nothing changes any more, mean and range over graphs. Largest distance: in one round, over all rounds and graphs.
with graphs as (
  select
    "limit", load, ratio, graph,
    any_value(distance) as distance,
    any_value(skills) as skills,
    max(round) as rounds,
    min(unlearned) as final,
    max(abs(unlearned - predicted)) as farthest
  from learner_evolution
  group by "limit", load, ratio, graph
)
select
  "limit" as "D",
  load as "c",
  printf('%.4f', ratio) as "R",
  printf('%.2f', any_value(distance)) as "R / R*",
  any_value(skills) as "skills",
  count(*) as "graphs",
  printf('%d to %d', min(rounds), max(rounds)) as "rounds",
  printf('%.5f [%.5f, %.5f]', avg(final), min(final), max(final)) as "end",
  (select printf('%.5f', value) from numbers where id = 'learners.evolution.predicted.d' || "limit" || '-c' || printf('%g', load) || '-r' || printf('%g', ratio)) as "end by theory",
  printf('%.5f', max(farthest)) as "largest distance"
from graphs
group by "limit", load, ratio
order by "limit", load, ratio
