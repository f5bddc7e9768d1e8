-- caption: Slope of ln KL per example, with its 95 % interval, and the KL in nats after one example and after the most examples.
with named as (
  select regexp_extract(id, '^latent\.icl\.([a-z.-]+?)\.([a-z]+-e.+)$', ['quantity', 'language']) as part, value, low, high, n
  from numbers where starts_with(id, 'latent.icl.')
)
select
  part.language as "language",
  coalesce(max(printf('%.2f [%.2f, %.2f]', value, low, high)) filter (part.quantity = 'oracle.slope'), 'KL is 0') as "exact slope",
  max(printf('%.2f [%.2f, %.2f]', value, low, high)) filter (part.quantity = 'oracle.later-slope') as "from the 2nd on",
  max(printf('%.2f [%.2f, %.2f]', value, low, high)) filter (part.quantity = 'model.slope') as "model's slope",
  max(value) filter (part.quantity = 'model.kl-first') as "model's KL, m = 1",
  max(value) filter (part.quantity = 'model.kl-last') as "model's KL, most",
  max(value) filter (part.quantity = 'oracle.kl-last') as "exact KL, most"
from named
group by part.language
having count(*) filter (part.quantity = 'model.slope') > 0
order by split_part(part.language, '-', 1) desc, part.language
