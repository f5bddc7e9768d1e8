-- caption: For each topology, the most probable instance whose steps make the target's value less likely; among pairs never seen together. A letter is a node, the digit its value.
select
  topology as "topology",
  arg_max(instance, probability) as "condition, steps, target",
  max(probability) as "its probability",
  arg_max(without_steps, probability) as "q(target | condition)",
  arg_max(with_steps, probability) as "q(target | condition, steps)"
from step_information
where held_out and probability > 0
group by topology
order by topology
