-- caption: Smooth against sharp metric, with 95 % intervals over seeds in brackets: what the sharp metric hides, the largest step between neighboring sizes as a share of the whole change, the same with every third size only, and the emergence score of the mean over seeds.
with parts as (
  select string_split(id, '.') as p, id, value, low, high, n from numbers where starts_with(id, 'mirage.vision.')
),
named as (
  select p[3] as family, p[-1] as images, array_to_string(p[4:-2], '.') as quantity, value, low, high, n from parts
)
select
  case family when 'autoencoder' then 'autoencoders' when 'lenet' then 'convolutional networks' else 'transformers on sequences' end as "models",
  images as "images",
  max(printf('%.0f %%', 100 * value) || coalesce(printf(' [%.0f, %.0f]', 100 * low, 100 * high), '')) filter (quantity = 'hidden') as "hidden",
  max(printf('%.0f %%', 100 * value) || coalesce(printf(' [%.0f, %.0f]', 100 * low, 100 * high), '')) filter (quantity = 'step.smooth') as "step, smooth",
  max(printf('%.0f %%', 100 * value) || coalesce(printf(' [%.0f, %.0f]', 100 * low, 100 * high), '')) filter (quantity = 'step.sharp') as "step, sharp",
  max(printf('%.0f %%', 100 * value)) filter (quantity = 'sparse-step.smooth') as "sparse step, smooth",
  max(printf('%.0f %%', 100 * value)) filter (quantity = 'sparse-step.sharp') as "sparse step, sharp",
  coalesce(max(printf('%.1f', value)) filter (quantity = 'score.smooth'), 'infinite') as "score, smooth",
  coalesce(max(printf('%.1f', value)) filter (quantity = 'score.sharp'), 'infinite') as "score, sharp",
  max(printf('%d of %d seeds', value::integer, n)) filter (quantity = 'score-above') as "score above"
from named
group by family, images
order by images, family
