-- caption: ln(−ln PU) over ln N, by task and target length: slope of the straight line and curvature, mean over seeds with 95 % interval. Straight: the interval of the curvature covers 0. Beside it, the smallest accuracy of any model and the answers after which a first right one comes with probability 0.95.
with named as (
  select regexp_extract(id, '^mirage\.resolution\.(slope|curvature)\.([a-z]+)\.(\d+)$', ['quantity', 'task', 'length']) as part, value, low, high,
    if(low is null, printf('%.2f', value), printf('%.2f [%.2f, %.2f]', value, low, high)) as text
  from numbers where starts_with(id, 'mirage.resolution.')
),
least as (select lower(task) as task, length, min(probability) as probability from arithmetic_resolution group by all)
select
  part.task as "task",
  part.length::int as "length",
  max(text) filter (part.quantity = 'slope') as "slope",
  max(text) filter (part.quantity = 'curvature') as "curvature",
  max(case when low is null then 'one seed' when high < 0 then 'concave' when low > 0 then 'convex' else 'straight' end) filter (part.quantity = 'curvature') as "shape",
  max(printf('%.1e', least.probability)) as "smallest accuracy",
  max(ceil(ln(0.05) / ln(1 - least.probability))) as "answers needed"
from named join least on least.task = part.task and least.length = part.length::int
where part.quantity <> ''
group by part.task, part.length
order by part.task, part.length::int
