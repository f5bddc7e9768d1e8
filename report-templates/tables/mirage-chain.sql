-- caption: Correlation of an item's score with log compute, mean over items and seeds with 95 % interval, at each link of the chain.
with named as (
  select regexp_extract(id, '^mirage\.chain\.(pearson|spearman|kendall)\.(.+)$', ['kind', 'link']) as part,
    if(low is null, printf('%.3f', value), printf('%.3f [%.3f, %.3f]', value, low, high)) as text
  from numbers where starts_with(id, 'mirage.chain.')
)
select
  case part.link when 'log-probability' then 'ln p' when 'probability' then 'p' when 'choices' then 'p among options' when 'brier' then 'Brier' when 'accuracy' then 'accuracy' else 'exact match' end as "score",
  max(text) filter (part.kind = 'pearson') as "Pearson",
  max(text) filter (part.kind = 'spearman') as "Spearman",
  max(text) filter (part.kind = 'kendall') as "Kendall"
from named
where part.kind <> ''
group by part.link
order by list_position(['log-probability', 'probability', 'choices', 'brier', 'accuracy', 'exact-match'], part.link)
