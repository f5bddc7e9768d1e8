-- caption: Tuples of k′ skills. Pieces: share of failed pieces of k′ texts, drawn and by the formula θ′. Worst: failed pieces of the worst share of the tuples, mean ± standard deviation over graphs, exact for each graph, and counted in the drawn pieces, beside the bound of tuples (a dash: none). After scaling, with θ/k′ failed texts: the same, beside the bound that single skills had.
select
  tuple_size as "k′",
  printf('%.2f %%', 100 * sum(failed_pieces) / sum(pieces)) as "pieces, drawn",
  printf('%.2f %%', 100 * avg(piece_theta)) as "θ′",
  printf('%.2f ± %.2f %%', 100 * avg(failure), 100 * stddev_samp(failure)) as "worst",
  printf('%.2f %%', 100 * avg(drawn_failure)) as "drawn",
  coalesce(if(any_value(bound) >= 1, 'none below 100 %', printf('%.2f %%', 100 * any_value(bound))), '–') as "bound",
  printf('%.2f ± %.2f %%', 100 * avg(scaled_failure), 100 * stddev_samp(scaled_failure)) as "after scaling",
  printf('%.2f %%', 100 * any_value(single_bound)) as "bound of single skills",
  count(*) as "graphs"
from skill_tuples
group by tuple_size
order by tuple_size
