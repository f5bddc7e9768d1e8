-- caption: Size of the emergence score without emergence, by number of points.
select
  n || '' as "points",
  curves as "curves here",
  independent_median as "independent: median",
  independent95 as "95 %",
  independent99 as "99 %",
  walk_median as "random walk: median",
  walk95 as "95 % ",
  walk99 as "99 % ",
  printf('%.2f %%', 100 * walk_above10) as "above 10"
from scores_nulls
order by n
