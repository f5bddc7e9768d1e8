-- caption: Held-out natural texts by characters read: mean estimated ε(x) and entropy, share with a posterior above 0.99, how often the likeliest label is right, and the probability it is given.
with named as (
  select regexp_extract(id, '^latent\.natural\.([a-z]+)\.([0-9]+)$', ['quantity', 'length']) as part, value, low, high
  from numbers where regexp_matches(id, '^latent\.natural\.[a-z]+\.[0-9]+$')
)
select
  part.length::integer || '' as "characters",
  max(printf('%.4f [%.4f, %.4f]', value, low, high)) filter (part.quantity = 'epsilon') as "mean ε(x)",
  max(value) filter (part.quantity = 'entropy') as "entropy (nats)",
  max(printf('%.1f %% [%.1f, %.1f]', 100 * value, 100 * low, 100 * high)) filter (part.quantity = 'peaked') as "peaked",
  max(printf('%.1f %%', 100 * value)) filter (part.quantity = 'accuracy') as "accuracy",
  max(printf('%.1f %%', 100 * value)) filter (part.quantity = 'confidence') as "confidence"
from named
group by part.length
order by part.length::integer
