-- caption: Models of images by size, mean over seeds: the smooth metric, and the sharp ones of the same outputs. c is the threshold of the claim, K the size of the subset.
with scores as (
  select *, greatest(1, max(rank) filter (metric = 'reconstruction') over (partition by images) - 1) as chosen from vision_scores
)
select
  case family when 'autoencoder' then 'autoencoders' when 'lenet' then 'convolutional networks' else 'transformers on sequences' end as "models",
  images as "images",
  size as "size",
  cast(avg(parameters) as bigint) as "parameters",
  count(distinct seed) as "seeds",
  avg(value) filter (metric = 'squared_error') as "squared error",
  avg(value) filter (metric = 'reconstruction' and rank = chosen) as "share below c",
  avg(threshold) filter (metric = 'reconstruction' and rank = chosen) as "c",
  avg(value) filter (metric = 'log_probability') as "log probability",
  avg(value) filter (metric = 'subset_accuracy' and rank = 1) as "accuracy",
  avg(value) filter (metric = 'subset_accuracy' and rank = 3) as "K = 3",
  avg(value) filter (metric = 'subset_accuracy' and rank = 5) as "K = 5"
from scores
group by family, images, size
order by images, family, size
