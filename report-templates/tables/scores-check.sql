-- caption: What the data check found: dropped scores and curves first, then what was kept but should be known, then counts.
select
  what as "found",
  case outcome when 'dropped' then 'dropped' when 'kept' then 'kept' else '' end as "outcome",
  count as "how many",
  "of" as "of what",
  case when examples = '' then null else examples end as "for example"
from scores_findings
order by case outcome when 'dropped' then 0 when 'kept' then 1 else 2 end, count desc, what
