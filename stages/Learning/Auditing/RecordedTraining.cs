namespace Research.Learning.Auditing;

/// <summary>What an artifact says happened in a training, found consistent.</summary>
/// <param name="Chain">The digest chain, from step 0 to the last.</param>
/// <param name="Losses">The loss curve, one row for each update.</param>
internal sealed record RecordedTraining(IReadOnlyList<ChainRow> Chain, IReadOnlyList<LossRow> Losses);
