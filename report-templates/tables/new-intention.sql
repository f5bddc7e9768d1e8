-- caption: New intentions: KL in nats, mean over prompts of all lengths with its 95 % interval. Nearer: how much nearer the model is to the truth than the exact predictor after the most examples. Top: the exact predictor's largest posterior probability.
with named as (
  select regexp_extract(id, '^latent\.new-intention\.([a-z.-]+)\.(combination|new-rows|new-letters)\.(.+)$', ['quantity', 'kind', 'language']) as part, value, low, high, n
  from numbers where starts_with(id, 'latent.new-intention.')
)
select
  part.language as "language",
  part.kind as "kind",
  max(value) filter (part.quantity = 'model-mixture') as "model from exact",
  max(printf('%.2f [%.2f, %.2f]', value, low, high)) filter (part.quantity = 'apart') as "less than from truth by",
  max(value) filter (part.quantity = 'mixture-truth.most') as "exact from truth",
  max(printf('%.2f [%.2f, %.2f]', value, low, high)) filter (part.quantity = 'nearer') as "model nearer by",
  max(value) filter (part.quantity = 'learner-truth.most') as "counting reader",
  max(printf('%.2f', value)) filter (part.quantity = 'top-mass.most') as "top"
from named
where part.kind <> ''
group by part.language, part.kind
order by split_part(part.language, '-', 1) desc, part.language, part.kind
