-- caption: Training texts for each skill at which half of the full ability on fresh texts is reached, geometric mean over seeds with its interval; by mean size of texts. R*: threshold of the 1-skill learner by density evolution. At best: each training stopped at its best moment. Empty where some seed does not reach it.
with named as (
  select regexp_extract(id, '^skills\.learned\.(threshold|half\.[a-z-]+|against-[a-z-]+)\.c([0-9.]+)$', ['quantity', 'load']) as part, value, low, high
  from numbers where starts_with(id, 'skills.learned.')
),
texts as (
  select part.quantity as quantity, part.load as load, value,
    case when low is null then printf('%.2f', value) else printf('%.2f [%.2f, %.2f]', value, low, high) end as shown
  from named where part.quantity <> ''
)
select
  load as "skills in a text",
  max(value) filter (quantity = 'threshold') as "R*",
  max(shown) filter (quantity = 'half.one-skill') as "1-skill learner",
  max(shown) filter (quantity = 'half.counting') as "counting reader",
  max(shown) filter (quantity = 'half.linear') as "linear reader",
  max(shown) filter (quantity = 'half.model') as "models",
  max(shown) filter (quantity = 'half.model-at-best') as "models, at best",
  max(shown) filter (quantity = 'against-one-skill') as "models / 1-skill",
  max(shown) filter (quantity = 'against-linear') as "models / linear"
from texts
group by load
order by try_cast(load as double)
