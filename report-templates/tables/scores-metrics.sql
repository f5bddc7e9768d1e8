-- caption: The metrics, with direction, kind and chance level (K options, V tokens of the vocabulary, L tokens of an answer).
select
  metric as "metric",
  case direction when 'higher' then 'higher is better' when 'lower' then 'lower is better' else 'neither' end as "direction",
  case shape when 'sharp' then 'sharp' when 'smooth' then 'smooth' else 'unknown' end as "kind",
  rows as "scores",
  case when chance = '' then null else chance end as "chance level",
  case when reference = '' then 'as given with --direction' else reference end as "defined by"
from scores_metrics
order by metric
