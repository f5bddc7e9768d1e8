-- caption: From scale to tuples, k = 8, α = 0.2, competence 1/2. Excess loss of the published scaling law in nats per token; θ = min(1, 2 excess); k′ real-valued, and whole (0: not even single skills have that competence); growth of k′ in the step.
select
  case direction when 'parameters_and_tokens' then 'parameters and tokens' when 'computation' then 'computation' else 'tokens' end as "tenfold in a step",
  step as "step",
  printf('%.2g', parameters) as "parameters",
  printf('%.2g', tokens) as "tokens",
  printf('%.4f', excess) as "excess",
  printf('%.4f', theta) as "θ",
  printf('%.2f', tuple) as "k′",
  whole_tuple as "whole",
  coalesce(printf('%.3f', factor), '–') as "growth"
from skill_scaling
order by direction = 'tokens', direction = 'computation', step
