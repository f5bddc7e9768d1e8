-- caption: Language understanding by language. KL in nats, mean over prompts of 1 to 6 transitions; ε(x) and gap with a leading newline.
with named as (
  select regexp_extract(id, '^latent\.understanding\.([a-z.-]+?)\.([a-z]+-e.+)$', ['quantity', 'language']) as part, value, low, high, n
  from numbers where starts_with(id, 'latent.understanding.')
)
select
  part.language as "language",
  max(value) filter (part.quantity = 'epsilon') as "mean ε(x)",
  max(value) filter (part.quantity = 'model.gap') as "model's gap",
  max(printf('%.1f %%', 100 * value)) filter (part.quantity = 'model.within') as "within ε(x) + 0.05",
  max(value) filter (part.quantity = 'model.kl') as "KL, bare prompt",
  max(value) filter (part.quantity = 'oracle.kl') as "exact",
  max(value) filter (part.quantity = 'model.kl-newline') as "KL, newline first",
  max(value) filter (part.quantity = 'oracle.kl-newline') as "exact "
from named
group by part.language
having count(*) filter (part.quantity = 'model.within') > 0
order by split_part(part.language, '-', 1) desc, part.language
