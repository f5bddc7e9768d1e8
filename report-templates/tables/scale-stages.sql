-- caption: Stages of ability from the largest gap to the smallest, with the number of break points that Schwarz's criterion chooses. Rise: of the ability, while the gap shrinks to 1/e of itself. 95 % intervals over resampled models.
with stages as (
  select cast(regexp_extract(id, '(\d+)$', 1) as integer) as stage, value, low, high
  from numbers where starts_with(id, 'latent.scale.slope.')
)
select
  stage as "stage",
  coalesce(
    (select printf('%.4f [%.4f, %.4f]', value, low, high) from numbers where id = 'latent.scale.break.' || (stage - 1)),
    'the start') as "from a gap of",
  (select value from numbers where id = 'latent.scale.corner.gap.' || stage) as "to",
  printf('%.3f [%.3f, %.3f]', value, low, high) as "rise",
  (select value from numbers where id = 'latent.scale.corner.ability.' || (stage - 1)) as "ability at its start",
  (select value from numbers where id = 'latent.scale.corner.ability.' || stage) as "at its end",
  (select printf('%.0f %%', 100 * value) from numbers where id = 'latent.scale.breaks.share.' || (select count(*) - 1 from stages)) as "resamples with as many stages"
from stages
order by stage
