-- caption: What each way of tuning moved, with 95 % intervals. Answer: its probability after the tuning, after trained and after held-out prompts. Held-out row: total variation from the row before. Within messages: growth of the KL in nats.
with named as (
  select regexp_extract(id, '^latent\.tuning\.(moved|generalized|held-out-row|within-change\.prompt|within-change\.answer|within-change\.held-out)\.(.+)$', ['quantity', 'method']) as part,
    value, low, high
  from numbers where starts_with(id, 'latent.tuning.')
),
shown as (
  select part.method as method, part.quantity as quantity, printf('%.3f [%.3f, %.3f]', value, low, high) as short,
    printf('%+.4f [%+.4f, %+.4f]', value, low, high) as long
  from named where part.method <> ''
)
select
  replace(method, '-', ' ') as "way of tuning",
  max(short) filter (quantity = 'moved') as "answer, trained",
  max(short) filter (quantity = 'generalized') as "answer, held out",
  max(short) filter (quantity = 'held-out-row') as "held-out row",
  max(long) filter (quantity = 'within-change.prompt') as "within prompts",
  max(long) filter (quantity = 'within-change.answer') as "within answers",
  max(long) filter (quantity = 'within-change.held-out') as "within held out"
from shown group by method
union all
select 'none in this profile', null, null, null, null, null, null where not exists (select 1 from shown)
order by 1
