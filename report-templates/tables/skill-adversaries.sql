-- caption: The worst that each adversary did, β, mean ± standard deviation over graphs, beside the exact limit for many texts and the bound in the paper's limit and at the graph's size. Of skills: the largest β such that the share α of the skills (30 % where any) has at least the share βθ of its texts failed. Sets: pairs of skills and failed texts examined on all graphs; above: those with more edges than the bound allows.
select
  adversary as "adversary",
  skills as "skills",
  texts as "texts",
  skills_of_text as "k",
  printf('%g', theta) as "θ",
  if(zipf > 0, 'any', printf('%g', any_value(alpha))) as "α",
  printf('%.3f ± %.3f', avg(ratio), stddev_samp(ratio)) as "β reached",
  printf('%.3f', avg(quantile)) as "of skills",
  printf('%.3f', avg(exact)) as "exact limit",
  printf('%.3f', avg(bound)) as "bound",
  printf('%.3f', avg(finite_bound)) as "finite size",
  sum(sets)::bigint as "sets",
  sum(violations)::bigint as "above",
  count(*) as "graphs"
from skill_adversaries
group by adversary, skills, texts, skills_of_text, theta, zipf
order by zipf, case adversary when 'exhaustive' then 0 when 'greedy' then 1 else 2 end, skills, skills_of_text
