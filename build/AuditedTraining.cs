using Research.Jobs;
using Research.Learning;
using Research.Learning.Auditing;
using Research.Pipeline.Dsl;

/// <summary>A training of the plan, from its seed or from another's weights, as an audit sees it.</summary>
/// <param name="Name">Of its job: <c>Tune / released e=0.02 · w64 · seed 1 · full rate 0.001</c>.</param>
/// <param name="Schedule">Says which segments it has.</param>
/// <param name="Artifact">What it left in the store.</param>
/// <param name="Base">The training whose final weights it begins with; null if it begins with its seed.</param>
/// <param name="Run">Audits an artifact that is said to be its, with segments chosen by a seed.</param>
sealed record AuditedTraining(
    string Name, TrainingSpec Schedule, Input<Checkpoint> Artifact, Training? Base, Func<Checkpoint, int, JobContext, AuditReport> Run);
