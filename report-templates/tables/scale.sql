-- caption: Trained models by corpus and width: gap in nats per symbol and in-context ability, mean over noise levels and seeds, with the range of single models.
with final as (
  select * from scale
  qualify step = max(step) over (partition by language, layers, width, messages, seed)
)
select
  messages as "messages",
  width as "width",
  layers as "layers",
  max(step) as "steps",
  count(*) as "models",
  avg(gap) as "gap",
  printf('%.3f to %.3f', min(gap), max(gap)) as "range of the gap",
  avg(ability) as "ability",
  printf('%.2f to %.2f', min(ability), max(ability)) as "range of the ability",
  avg(gain) as "gain by examples"
from final
group by messages, width, layers
order by messages, layers, width
