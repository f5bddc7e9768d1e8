-- caption: Ability over pre-training loss: root mean squared error on sizes that a curve was not fitted to, and the loss of the hinge in nats per token with its 95 % interval over resampled trainings.
with named as (
  select regexp_extract(id, '^mirage\.loss\.(error\.hinge|error\.smooth|eta)\.([a-z-]+)\.([a-z]+)\.(\d+)$', ['quantity', 'metric', 'task', 'length']) as part, value, low, high
  from numbers where starts_with(id, 'mirage.loss.')
)
select
  part.task as "task",
  part.length::int as "length",
  replace(part.metric, '-', ' ') as "metric",
  max(value) filter (part.quantity = 'error.hinge') as "error of the hinge",
  max(value) filter (part.quantity = 'error.smooth') as "of the logistic",
  max(printf('%.3f [%.3f, %.3f]', value, low, high)) filter (part.quantity = 'eta') as "loss of the hinge"
from named
where part.quantity <> ''
group by part.task, part.length, part.metric
order by part.task, part.length::int, part.metric desc
