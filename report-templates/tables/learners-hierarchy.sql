-- caption: Foundations and what they do to fine-tuning. Emergence: domain texts for each domain skill, by theory, and on graphs as mean and range.
select
  "limit" as "D",
  load as "c",
  ratio as "R",
  printf('%.4f', any_value(predicted_foundation)) as "q of the foundation",
  printf('%.4f', avg(foundation)) as "on graphs",
  basic_load as "basic skills of a text",
  domain_load as "domain skills",
  coalesce(printf('%.4f', any_value(threshold)), 'none') as "emergence",
  coalesce(printf('%.4f [%.4f, %.4f]', avg(emergence), min(emergence), max(emergence)), 'not reached') as "emergence on graphs",
  count(distinct graph) as "graphs"
from learner_hierarchy
group by "limit", load, ratio, basic_load, domain_load
order by "limit", any_value(predicted_foundation)
