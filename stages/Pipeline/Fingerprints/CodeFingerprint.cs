using Research.Pipeline.Keys;

namespace Research.Pipeline.Fingerprints;

/// <summary>
/// What a job's code is: the method it enters by and the digest of every assembly of the repository that this method's
/// assembly reaches. Comments, formatting, debug information, versions and the place of the checkout do not count.
/// </summary>
/// <param name="Entry">The entry method, such as <c>Research.Learning.Trainer.Train(Training, Corpus)</c>.</param>
/// <param name="Assemblies">Digest of the code of each assembly, by its name.</param>
public sealed record CodeFingerprint(string Entry, IReadOnlyDictionary<string, Digest> Assemblies);
