-- caption: Accuracy over computation. Half: common logarithm of the floating-point operations at which accuracy reaches 50 %. Width: decades from 10 to 90 %. Plateaus: stretches of half a decade or more between 5 and 95 % in which accuracy stands still.
with named as (
  select regexp_extract(id, '^learners\.plateaus\.(plateaus|half|width)\.(one|three)\.([a-z]+)$', ['quantity', 'mix', 'variant']) as part, value
  from numbers where starts_with(id, 'learners.plateaus.')
)
select
  if(part.mix = 'one', 'around one level', 'around three') as "tasks",
  case part.variant when 'code' then 'as in the code' when 'prerequisites' then 'prerequisites of every level' else 'exact tail besides' end as "computed",
  printf('%.2f', max(value) filter (part.quantity = 'half')) as "half",
  printf('%.2f', max(value) filter (part.quantity = 'width')) as "width",
  max(value) filter (part.quantity = 'plateaus')::int as "plateaus"
from named
where part.quantity <> ''
group by part.mix, part.variant
order by part.mix, part.variant = 'exact', part.variant = 'prerequisites'
