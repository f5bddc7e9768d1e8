-- caption: What was trained here and by Xie et al. Tokens are those read, repetitions included.
select 'this report' as "models", (select min(model) from ginc_prompts) as "model",
  (select max(tokens) from ginc_course) as "training tokens", (select count(distinct seed) from ginc_course) as "seeds",
  (select min(c) from (select count(*) as c from ginc_prompts group by seed, concepts, length, examples)) as "prompts per point"
union all
select 'published transformers', '4, 12 or 16 layers, 12 heads, width 768, block 1024, vocabulary 50', 49152000, 5, 2500
union all
select 'published LSTM', '6 layers, width 768, block 1024, vocabulary 50', 102400000, 5, 2500
