-- caption: The novelty bound by number of skills, with the paper's frequencies. Texts: to be expected for one combination, pₛᵏ pₜ L. Required: success rate above which over a third of the successes are novel; above 100 % no success rate is enough. Novel: least share among the published successes of GPT-4.
select
  skills as "skills k",
  matching as "texts",
  if(required_rate > 1, 'none', printf('%.4g %%', 100 * required_rate)) as "required",
  printf('%.0f %%', 100 * published_rate) as "published",
  printf('%.1f %%', 100 * novel_share) as "novel"
from skill_mix
order by skills
