/// <summary>A target whose jobs are trainings that can be audited.</summary>
/// <param name="Target">As a property of the build returns it.</param>
/// <param name="Of">The training of one of its items, given the job's full name.</param>
sealed record AuditedTarget(Delegate Target, Func<object, string, AuditedTraining> Of);
