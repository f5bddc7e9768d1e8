-- caption: Where inference breaks: the overlap at which a message leaves more than half of the uninformed reader's KL, interpolated; 95 % interval over seeds.
select
  reader,
  coalesce(max(case when low is null then printf('%.2f', value) else printf('%.2f [%.2f, %.2f]', value, low, high) end), 'not with every seed') as "overlap"
from (values ('exact'), ('model')) as readers(reader)
left join numbers on id = 'latent.sparsity-violation.breaks.' || reader
group by reader
order by reader
