-- caption: The least β by share α of the skills, in parentheses the competence 1 − βθ of all others. A dash: no β meets the condition. Largest α: the share beyond which there is none.
select
  printf('%g', theta) as "θ",
  skills_of_text as "k",
  printf('%.4f', any_value(largest_alpha)) as "largest α",
  max(coalesce(printf('%.3f (%.3f)', beta, competence), '–')) filter (round(100 * alpha) = 5) as "α = 0.05",
  max(coalesce(printf('%.3f (%.3f)', beta, competence), '–')) filter (round(100 * alpha) = 20) as "0.2",
  max(coalesce(printf('%.3f (%.3f)', beta, competence), '–')) filter (round(100 * alpha) = 50) as "0.5",
  max(coalesce(printf('%.3f (%.3f)', beta, competence), '–')) filter (round(100 * alpha) = 80) as "0.8"
from skill_curves
group by theta, skills_of_text
order by theta, skills_of_text
