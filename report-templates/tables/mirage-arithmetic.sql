-- caption: The jump under each metric, over the tasks and target lengths in which exact match is learned. Largest step between neighboring sizes as a share of the whole change; by how much that of exact match is larger on the same outputs; share of cases with two finite emergence scores in which that of exact match is the larger, and how many cases have an infinite score and are not compared; share of cases that still jump (step of at least one half). Mean over seeds, 95 % interval over seeds in brackets.
with named as (
  select regexp_extract(id, '^mirage\.arithmetic\.(step|excess|higher|infinite|jumps)\.(.+)$', ['quantity', 'metric']) as part, value,
    printf('%.0f of %d', value, n) as counted,
    if(low is null, printf('%.2f', value), printf('%.2f [%.2f, %.2f]', value, low, high)) as text
  from numbers where starts_with(id, 'mirage.arithmetic.')
)
select
  replace(part.metric, '-', ' ') as "metric",
  max(text) filter (part.quantity = 'step') as "largest step",
  max(text) filter (part.quantity = 'excess') as "exact match larger by",
  max(printf('%.0f %%', 100 * value)) filter (part.quantity = 'higher') as "smaller score than exact match",
  max(counted) filter (part.quantity = 'infinite') as "infinite scores",
  max(printf('%.0f %%', 100 * value)) filter (part.quantity = 'jumps') as "still jumps"
from named
where part.quantity <> ''
group by part.metric
order by min(value) filter (part.quantity = 'excess') nulls first
