-- caption: Bits of a text: measured with its range over graphs, by the formula at the learners' own unlearned share, and at density evolution's. Set code: bits of an understood text's skills, beside the entropy of the set. Changed: texts that arrived with another meaning.
select
  ratio as "R",
  printf('%.1f %%', 100.0 * sum(understood) / sum(texts)) as "understood",
  printf('%.2f [%.2f, %.2f]', avg(bits), min(bits), max(bits)) as "bits of a text",
  printf('%.2f', avg(formula)) as "formula, own q",
  printf('%.2f', any_value(predicted)) as "formula, theory's q",
  printf('%.2f', avg(set_bits)) as "set code",
  printf('%.2f', avg(set_entropy)) as "set entropy",
  sum(changed) as "changed"
from learner_compression
group by ratio
order by ratio
