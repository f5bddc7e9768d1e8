-- caption: Cross-entropy of the trained models in nats per token, mean over seeds. The frequencies column is a reader that knows how often each symbol occurs and nothing else; the gap is between it and the optimum.
with named as (
  select regexp_extract(id, '^latent\.density\.([a-z-]+)\.(.+)$', ['quantity', 'language']) as part, value, low, high, n
  from numbers where starts_with(id, 'latent.density.')
)
select
  part.language as "language",
  max(value) filter (part.quantity = 'frequencies') as "frequencies",
  max(value) filter (part.quantity = 'loss') as "trained model",
  max(value) filter (part.quantity = 'optimum') as "exact optimum",
  max(value) filter (part.quantity = 'excess') as "excess",
  max(printf('%.1f %% [%.1f, %.1f]', 100 * value, 100 * low, 100 * high)) filter (part.quantity = 'closed') as "gap closed",
  max(value) filter (part.quantity = 'trend') as "trend (Kendall's τ)"
from named
group by part.language
having count(*) filter (part.quantity = 'closed') > 0
order by split_part(part.language, '-', 1) desc, part.language
