-- caption: What corpora of known content hold: share of the combinations of three skills and a topic that stand in some text, mean and range over the corpora, beside the share that the bound allows. Rich: share of the texts that hold all skills; at 100 % skills are independent.
select
  printf('%g %%', 100 * rich_share) as "rich",
  printf('%.1f %%', 100 * bounded_seen) as "bound",
  printf('%.1f %%', 100 * avg(seen / combinations)) as "seen",
  printf('%.1f to %.1f %%', 100 * min(seen / combinations), 100 * max(seen / combinations)) as "range",
  avg(matches / combinations) as "texts for one combination",
  count(*) as "corpora"
from skill_parrots
group by rich_share, bounded_seen
order by rich_share desc
