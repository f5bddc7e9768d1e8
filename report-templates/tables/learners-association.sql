-- caption: Largest component as a share of all skills: mean over graphs, by the branching that suits the rule, and by independent sites; the rows where independent sites miss skills that share a text by most.
select
  load as "c",
  ratio as "R",
  count(*) as "graphs",
  printf('%.4f', avg(giant)) as "on graphs",
  printf('%.4f', any_value(exact)) as "two types",
  printf('%.4f', any_value(sites)) as "independent sites",
  printf('%.4f', avg(giant) - any_value(sites)) as "missed by sites"
from learner_association
where rule = 'shared_text'
group by load, ratio
order by abs(avg(giant) - any_value(sites)) desc
limit 8
