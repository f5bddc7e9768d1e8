-- caption: KL to the exact conditional in nats on pairs never seen together, mean over seeds, with the gain of steps over the direct estimate and its slope over the number of steps where they are judged. Neighbors: KL of single steps. Reached: share of samples that name the target.
with named as (
  select regexp_extract(id, '^latent\.cot\.(neighbors|kl\.[a-z-]+|gain\.[a-z]+|trend\.[a-z]+|reached)\.(.+)$', ['quantity', 'language']) as part, value, low, high
  from numbers where starts_with(id, 'latent.cot.')
)
select
  part.language as "language",
  max(value) filter (part.quantity = 'neighbors') as "neighbors",
  max(value) filter (part.quantity = 'kl.direct') as "direct",
  max(value) filter (part.quantity = 'kl.scaffolded') as "steps given",
  max(value) filter (part.quantity = 'kl.free') as "own steps",
  max(value) filter (part.quantity = 'kl.marginal') as "condition ignored",
  max(printf('%.0f %%', 100 * value)) filter (part.quantity = 'reached') as "reached",
  max(printf('%.2f [%.2f, %.2f]', value, low, high)) filter (part.quantity = 'gain.scaffolded') as "gain, given",
  max(printf('%.2f [%.2f, %.2f]', value, low, high)) filter (part.quantity = 'trend.scaffolded') as "slope, given",
  max(printf('%.2f [%.2f, %.2f]', value, low, high)) filter (part.quantity = 'gain.free') as "gain, own",
  max(printf('%.2f [%.2f, %.2f]', value, low, high)) filter (part.quantity = 'trend.free') as "slope, own"
from named
where part.quantity <> ''
group by part.language
order by part.language
