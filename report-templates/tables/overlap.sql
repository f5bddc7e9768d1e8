-- caption: Overlapping intentions. Mean ε(x) of whole messages, KL of understanding in nats, and shares: what one message leaves of the uninformed KL, what the last example leaves of the KL after the first, what all steps leave of the KL without them.
with named as (
  select regexp_extract(id, '^latent\.sparsity-violation\.([a-z.-]+)\.o([0-9.]+)$', ['quantity', 'overlap']) as part, value, low, high, n
  from numbers where starts_with(id, 'latent.sparsity-violation.')
)
select
  part.overlap as "overlap o",
  max(value) filter (part.quantity = 'ambiguity.one') as "mean ε(x)",
  max(round(value, 9)) filter (part.quantity = 'kl.exact') as "KL, exact",
  max(value) filter (part.quantity = 'kl.model') as "KL, model",
  max(printf('%.2f', value)) filter (part.quantity = 'left.exact') as "left, exact",
  max(printf('%.2f', value)) filter (part.quantity = 'left.model') as "left, model",
  max(printf('%.2f', value)) filter (part.quantity = 'examples.ratio.told') as "examples, told",
  max(printf('%.2f', value)) filter (part.quantity = 'examples.ratio.exact') as "exact",
  max(printf('%.2f', value)) filter (part.quantity = 'examples.ratio.model') as "model",
  max(printf('%.2f', value)) filter (part.quantity = 'steps.ratio.exact') as "steps, exact",
  max(printf('%.2f', value)) filter (part.quantity = 'steps.ratio.model') as "model "
from named
where part.overlap <> ''
group by part.overlap
order by part.overlap::double
