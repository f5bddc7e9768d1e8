-- caption: What start and steps tell of the target, exact, mean over the pairs never seen together: I(target; start) and I(target; steps | start) in nats, the second being the average gain of the logarithm; and the probability that the steps of an instance make its target less likely.
select
  topology as "topology",
  steps as "steps",
  count(*) as "pairs",
  avg(from_start) as "start alone",
  avg(from_steps) as "steps add",
  printf('%.1f %%', 100 * avg(lower)) as "steps take away"
from step_information
where held_out
group by topology, steps
order by topology, steps
