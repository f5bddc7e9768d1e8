-- caption: Sharp and smooth metrics on the same outputs: emergence scores in the median, how often the smooth one is lower (Clopper-Pearson), and what becomes of the jumps.
select
  sharp || ' and ' || smooth || if(axis = 'scale', ', over scale', ', over steps') as "metrics",
  pairs as "pairs",
  median_sharp as "sharp: median",
  median_smooth as "smooth: median",
  printf('%.0f %% [%.0f, %.0f]', 100.0 * lower / pairs, 100 * lower_low, 100 * lower_high) as "smooth is lower",
  sharp_jumps || ' / ' || (sharp_jumps - removed + smooth_only) as "jumps, sharp / smooth",
  words as "in words"
from scores_comparisons
order by axis, sharp, smooth
