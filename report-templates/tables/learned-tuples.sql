-- caption: Texts of one size at the end of the training: accuracy on training tuples, on new ones and on those with a pair never seen together; share of new texts that fail; mean over seeds.
with pieces as (
  select * from learned_texts
  where held_out > 0 and size = (select min(size) from learned_texts where kind = 'held_out') and step = (select max(step) from learned_texts where held_out > 0)
)
select
  ratio as "texts per skill",
  width as "width",
  printf('%.1f %%', 100 * avg(correct / texts) filter (kind = 'trained')) as "training tuples",
  printf('%.1f %%', 100 * avg(correct / texts) filter (kind = 'fresh')) as "new tuples",
  printf('%.1f %%', 100 * avg(correct / texts) filter (kind = 'held_out')) as "with a held-out pair",
  printf('%.1f %%', 100 * avg(guessing) filter (kind = 'fresh')) as "guessing",
  printf('%.1f %%', 100 * avg(failed / texts) filter (kind = 'fresh')) as "new tuples that fail",
  count(distinct seed) as "seeds"
from pieces
group by ratio, width
order by ratio, width
