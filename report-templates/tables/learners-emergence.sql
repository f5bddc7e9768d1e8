-- caption: Ratio at which random graphs emerge (mean, standard deviation over graphs), and the largest share of all skills that one text brought (mean). R* in closed form; where there is none, the load lies below the critical one.
select
  "limit" as "D",
  load as "c",
  skills as "skills",
  count(*) as "graphs",
  coalesce(printf('%.6f', any_value(threshold)), 'none') as "R*",
  coalesce(printf('%.5f', avg(emergence)), '–') as "emergence",
  coalesce(printf('%.5f', stddev_samp(emergence)), '–') as "deviation",
  printf('%.4f', avg(jump)) as "largest step"
from learner_emergence
group by "limit", load, skills
order by "limit", load desc, skills
