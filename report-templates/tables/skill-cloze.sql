-- caption: Wrong answers to a question with two answers, by excess entropy ε in nats: the printed bound, Pinsker's, the largest difference of two coins that far apart, and the exact value where the text leaves one answer.
select
  excess as "ε",
  printf('%.4f', printed) as "√(2ε), as printed",
  printf('%.4f', pinsker) as "√(ε/2)",
  printf('%.4f', largest) as "largest difference",
  printf('%.4f', deterministic) as "one answer, 1 − exp(−ε)"
from skill_cloze
order by excess
