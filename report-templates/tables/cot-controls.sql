-- caption: What else the models were asked, KL in nats, mean over seeds: wrong and irrelevant steps on pairs never seen together, and the three estimates on as many pairs that documents hold. The last column puts the exact conditionals of neighbors together along the way, on pairs never seen together.
with named as (
  select regexp_extract(id, '^latent\.cot\.(kl\.[a-z-]+|control\.[a-z]+)\.(.+)$', ['quantity', 'language']) as part, value
  from numbers where starts_with(id, 'latent.cot.')
)
select
  part.language as "language",
  max(value) filter (part.quantity = 'kl.wrong-steps') as "wrong steps",
  max(value) filter (part.quantity = 'kl.irrelevant-steps') as "irrelevant steps",
  max(value) filter (part.quantity = 'control.direct') as "seen: direct",
  max(value) filter (part.quantity = 'control.scaffolded') as "seen: steps given",
  max(value) filter (part.quantity = 'control.free') as "seen: own steps",
  max(value) filter (part.quantity = 'kl.adjacent-steps') as "neighbors, exact"
from named
where part.quantity <> ''
group by part.language
order by part.language
