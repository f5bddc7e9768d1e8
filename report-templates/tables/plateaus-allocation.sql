-- caption: The best division of budgets, for every sixth power of ten of C = RT. R*: concepts; ε*: threshold; α: spread; learned: share of the concepts; error: training texts with two unlearned concepts or more; implied: excess entropy that this error implies at least, in nats; published: that of the scaling law at as many parameters and tokens.
select
  if(signs = 'textbook', 'textbook', 'authors''') as "signs",
  printf('10^%d', round(log10(budget))::int) as "C",
  printf('%.5g', concepts) as "R*",
  printf('%.4f', texts_per_concept) as "T*/R*",
  printf('%.5f', threshold) as "ε*",
  printf('%.5f', scaling) as "α",
  printf('%.3f %%', 100 * learned / concepts) as "learned",
  coalesce(printf('%.2g', training_error), '–') as "error",
  coalesce(printf('%.2g', least_excess), '–') as "implied",
  printf('%.2g', published_excess) as "published"
from skill_allocations
where abs(log10(budget) - round(log10(budget))) < 1e-6 and (round(log10(budget))::int - 2) % 6 = 0
order by signs desc, budget
