-- caption: The 30 curves least like a random walk, those that get better first; p-values against random walks (walk) and independent values, then corrected. Unevenness: root mean square over root median square of the steps.
select
  if(axis = 'scale', family, model) || ', ' || task || ', ' || if(direction = 'higher', '', '−') || metric as "curve",
  concat_ws(' · ', if(shots = '', null, shots || '-shot'), nullif(condition, '')) as "setting",
  n as "points",
  score as "score",
  unevenness as "unevenness",
  linearity as "linearity",
  printf('%.2g', p_independent) as "p, independent",
  printf('%.2g', p_walk) as "p, walk",
  printf('%.2g', holm) as "Holm",
  printf('%.2g', q) as "Benjamini-Hochberg",
  printf('%.3g to %.3g', lowest, highest) as "values"
from scores_emergence
where q is not null
order by score <= 0, p_walk, score desc, family, model, task, metric, condition, shots
limit 30
