-- caption: Unlearned share of each class of skills: mean and range over graphs, by coupled density evolution, and by one that does not know of classes. Loads: mean skills of this class in a text of each class.
select
  setting as "setting",
  "limit" as "D",
  class as "class",
  any_value(loads) as "loads",
  any_value(skills) as "skills",
  count(*) as "graphs",
  printf('%.4f [%.4f, %.4f]', avg(unlearned), min(unlearned), max(unlearned)) as "on graphs",
  printf('%.4f', any_value(predicted)) as "coupled",
  printf('%.4f', any_value(pooled)) as "without classes"
from learner_classes
group by setting, "limit", class
order by setting, class
