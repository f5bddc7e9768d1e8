-- caption: Lines over the length of the target, by task and size, mean over seeds with 95 % interval: slope of ln(accuracy); ln(accuracy) at length 1, which the paper takes for the slope; mean ln p of a token, which independent tokens would have for it; slope of the edit distance; shares of the variance explained.
with named as (
  select regexp_extract(id, '^mirage\.length\.([a-z-]+)\.([a-z]+)\.w(\d+)$', ['quantity', 'task', 'width']) as part, value,
    if(low is null, printf('%.2f', value), printf('%.2f [%.2f, %.2f]', value, low, high)) as text
  from numbers where starts_with(id, 'mirage.length.')
)
select
  part.task as "task",
  part.width::int as "width",
  max(text) filter (part.quantity = 'slope') as "slope of ln(accuracy)",
  max(value) filter (part.quantity = 'straight') as "its R²",
  max(text) filter (part.quantity = 'single') as "ln(accuracy) at 1",
  max(value) filter (part.quantity = 'expected') as "ln p of a token",
  max(text) filter (part.quantity = 'edit-slope') as "slope of edit distance",
  max(value) filter (part.quantity = 'edit-straight') as "R² of that"
from named
where part.quantity <> ''
group by part.task, part.width
order by part.task, part.width::int
