namespace Research.Jobs;

/// <summary>
/// Something that came from outside (a profile, a table, a checkpoint, a template, a cache entry, an argument) is wrong.
/// The program prints the message as it is, without a stack trace, and exits with 1.
/// </summary>
/// <param name="what">What is wrong, with the offending value: <c>the header promises 4096 bytes, the file has 512</c>.</param>
/// <param name="where">The file, option or key, with a line or field where known.</param>
/// <param name="remedy">What to do about it: an imperative sentence.</param>
/// <param name="inner">The exception that revealed it, if any.</param>
public sealed class InputException(string what, string where, string remedy, Exception? inner = null)
    : Exception($"{where}: {what}. {remedy}", inner)
{
    /// <summary>What is wrong.</summary>
    public string What { get; } = what;

    /// <summary>The file, option or key it was found in.</summary>
    public string Where { get; } = where;

    /// <summary>What to do about it.</summary>
    public string Remedy { get; } = remedy;
}
