-- caption: Thresholds: critical load, the ratio below which nothing stays learned, the emergence threshold in closed form and by bisection, and the mean over the largest graphs with its 95 % interval.
with cases as (
  select split_part(id, '.closed.', 2) as name, value as closed from numbers where id like 'learners.threshold.closed.%'
)
select
  name as "learner",
  (select printf('%.6f', value) from numbers where id = 'learners.threshold.critical-load.' || name) as "critical c",
  (select printf('%.6f', value) from numbers where id = 'learners.threshold.low.' || name) as "R low",
  printf('%.8f', closed) as "R*",
  (select printf('%.8f', value) from numbers where id = 'learners.threshold.bisection.' || name) as "by bisection",
  (select printf('%.5f [%.5f, %.5f]', value, low, high) from numbers where id = 'learners.threshold.simulated.' || name) as "graphs",
  (select case when low is null then printf('%.3f', value) else printf('%.3f [%.3f, %.3f]', value, low, high) end from numbers
    where id = 'learners.threshold.exponent.' || name) as "exponent of the spread",
  (select printf('%.3f', value) from numbers where id = 'learners.threshold.jump-predicted.' || name) as "step by theory",
  (select printf('%.3f', value) from numbers where id = 'learners.threshold.jump.' || name) as "step on graphs"
from cases
order by name
