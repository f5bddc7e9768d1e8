-- caption: Emergence scores by metric (minus signs before a metric: negated, since lower is better). Median, share above 10 and jumps are over curves without a flag.
select
  case when direction = 'higher' then '' else '−' end || metric || ', ' || if(axis = 'scale', 'scale', 'step')
    as "metric and axis",
  coalesce(case shape when 'sharp' then 'sharp' when 'smooth' then 'smooth' end, 'unknown') as "kind",
  count(*) as "curves",
  min(n) || if(min(n) = max(n), '', ' to ' || max(n)) as "points",
  median(score) filter (flag = 'none') as "median score",
  printf('%.1f %%', 100.0 * count(*) filter (flag = 'none' and score > 10) / nullif(count(*) filter (flag = 'none'), 0)) as "above 10",
  count(*) filter (flag = 'none' and score > 0 and q <= 0.05) as "jumps",
  count(*) filter (flag = 'none' and score > 0 and holm <= 0.05) as "by Holm",
  count(*) filter (flag = 'zero_median' and score > 0) || ' / ' || count(*) filter (flag = 'zero_median' and score < 0) as "+∞ / −∞",
  count(*) filter (flag = 'flat') as "flat"
from scores_emergence
group by axis, metric, direction, shape
order by axis, metric
