-- caption: Accuracy on GINC in percent, by length k and number n of examples: trained model with its 95 % interval, exact predictor, exact reader told of the format (both on seen concepts), and published models.
with exact as (
  select length, examples, 100 * avg(exact_correct::int) as exact, 100 * avg(told_correct::int) as told
  from ginc_prompts where concepts = 'seen' group by all
),
model as (
  select
    regexp_extract(id, 'accuracy\.([a-z]+)\.k([0-9]+)-n([0-9]+)$', ['concepts', 'length', 'examples']) as part,
    printf('%.1f [%.1f, %.1f]', 100 * value, 100 * low, 100 * high) as shown
  from numbers where starts_with(id, 'latent.ginc.accuracy.')
),
published as (
  select length, examples,
    round(max(100 * accuracy) filter (model = '4 layers'), 1) as small, round(max(100 * accuracy) filter (model = '12 layers'), 1) as middle,
    round(max(100 * accuracy) filter (model = '16 layers'), 1) as large, round(max(100 * accuracy) filter (model = 'LSTM'), 1) as lstm
  from published_ginc group by all
)
select
  replace('k = ' || e.length || ', n = ' || e.examples, ' ', chr(160)) as "examples",
  max(shown) filter (part.concepts = 'seen') as "model, seen",
  max(shown) filter (part.concepts = 'unseen') as "model, unseen",
  round(max(e.exact), 1) as "exact",
  round(max(e.told), 1) as "told",
  max(p.small) as "published: 4 layers",
  max(p.middle) as "12 layers",
  max(p.large) as "16 layers",
  max(p.lstm) as "LSTM"
from exact e
join model on part.length::int = e.length and part.examples::int = e.examples
left join published p on p.length = e.length and p.examples = e.examples
group by e.length, e.examples
order by e.length, e.examples
