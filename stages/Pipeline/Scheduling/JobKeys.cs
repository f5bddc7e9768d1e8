using System.Reflection;
using Research.Jobs;
using Research.Pipeline.Fingerprints;
using Research.Pipeline.Graph;
using Research.Pipeline.Keys;

namespace Research.Pipeline.Scheduling;

/// <summary>Computes the keys of jobs whose inputs are known.</summary>
/// <param name="fingerprints">Fingerprints of the stages' code.</param>
/// <param name="sources">Digests of source files.</param>
internal sealed class JobKeys(Fingerprinter fingerprints, RepositoryDigests sources)
{
    private readonly Dictionary<MethodInfo, CodeFingerprint> _code = [];

    /// <summary>The components of a job's key.</summary>
    /// <param name="job">The job; not a verb.</param>
    /// <param name="outputOf">The digest of a job's artifact; null leaves that input out.</param>
    /// <exception cref="InputException">The item has no canonical form.</exception>
    public KeyComponents Of(JobNode job, Func<JobNode, Digest?> outputOf)
    {
        var method = job.Target.Declaration.Stage!.Method;
        if (!_code.TryGetValue(method, out var code))
            _code[method] = code = fingerprints.Of(method);
        try
        {
            return KeyComponents.Of(
                job.Target.Name, code, job.Item, job.Inputs.SelectMany(input => Inputs(input, outputOf)));
        }
        catch (ArgumentException e)
        {
            throw new InputException(
                e.Message, job.ToString(), "Make the item a record of numbers, texts, records and lists.", e);
        }
    }

    private IEnumerable<KeyValuePair<string, Digest>> Inputs(JobInput input, Func<JobNode, Digest?> outputOf)
    {
        if (input is JobInput.Repository source)
            yield return new(source.Role, sources.Of(source.Path, source.IsFolder));
        if (input is not JobInput.Artifacts artifacts)
            yield break;
        for (var i = 0; i < artifacts.Jobs.Count; i++)
        {
            if (outputOf(artifacts.Jobs[i]) is { } output)
                yield return new(artifacts.Roles[i], output);
        }
    }
}
