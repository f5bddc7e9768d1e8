-- caption: Every task and target length under a sharp and three smooth metrics, computed from the same outputs: exact match of the smallest and the largest model, and the largest step between neighboring sizes as a share of the whole change, mean over seeds. A jump is a step of at least one half.
with means as (
  select task, length, seed, parameters, avg(exact) as exact, avg(edit_distance) as edit, avg(log_likelihood) as log, avg(brier) as brier
  from arithmetic where is_final group by all
),
differences as (
  select task, length, seed, parameters, exact, edit, log, brier,
    abs(exact - lag(exact) over series) as d_exact, abs(edit - lag(edit) over series) as d_edit, abs(log - lag(log) over series) as d_log,
    abs(brier - lag(brier) over series) as d_brier
  from means window series as (partition by task, length, seed order by parameters)
),
per_seed as (
  select task, length, seed, arg_min(exact, parameters) as small, arg_max(exact, parameters) as large, max(exact) - min(exact) as gain,
    coalesce(max(d_exact) / nullif(max(exact) - min(exact), 0), 0) as exact, coalesce(max(d_edit) / nullif(max(edit) - min(edit), 0), 0) as edit,
    coalesce(max(d_log) / nullif(max(log) - min(log), 0), 0) as log, coalesce(max(d_brier) / nullif(max(brier) - min(brier), 0), 0) as brier
  from differences group by all
),
steps as (
  select task, length, avg(small) as small, avg(large) as large, avg(gain) as gain, avg(exact) as exact, avg(edit) as edit, avg(log) as log, avg(brier) as brier
  from per_seed group by all
)
select
  lower(task) as "task",
  length as "length",
  printf('%.0f %%', 100 * small) as "exact, smallest",
  printf('%.0f %%', 100 * large) as "exact, largest",
  printf('%.2f', exact) as "step of exact match",
  printf('%.2f', edit) as "of edit distance",
  printf('%.2f', log) as "of log-likelihood",
  printf('%.2f', brier) as "of Brier",
  case
    when gain < 0.5 then 'not learned'
    when exact < 0.5 then 'no jump'
    when edit >= 0.5 and log >= 0.5 then 'jump stays under smooth metrics'
    when edit >= 0.5 or log >= 0.5 then 'jump stays under one of them'
    else 'jump goes under smooth metrics'
  end as "in words"
from steps
order by task, length
