-- caption: Ratio of texts to skills from which there is a giant component: independent sites (S), skills that share a text (A) or a text all of whose skills are learned (B). Emergence: R*, where there is one.
with cases as (
  select cast(split_part(id, '.shared-text.c', 2) as double) as load, value as shared from numbers where id like 'learners.association.onset.shared-text.c%'
)
select
  load as "c",
  (select printf('%.6f', value) from numbers where id = 'learners.association.onset.random-skills.c' || printf('%g', load)) as "S",
  printf('%.6f', shared) as "A",
  (select printf('%.6f', value) from numbers where id = 'learners.association.onset.learned-text.c' || printf('%g', load)) as "B",
  printf('%.6f', 1 / (load * load)) as "without learning",
  coalesce((select printf('%.6f', value) from numbers where id = 'learners.association.emergence.c' || printf('%g', load)), 'none') as "emergence"
from cases
order by load
