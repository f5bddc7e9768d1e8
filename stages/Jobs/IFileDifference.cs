namespace Research.Jobs;

/// <summary>
/// Finds the first difference of two files of one format and says it in the format's own terms: a tensor, a row. Asked only about
/// files whose bytes differ.
/// </summary>
public interface IFileDifference
{
    /// <summary>How the names of such files end, with the dot: <c>.parquet</c>.</summary>
    string Extension { get; }

    /// <summary>
    /// The first difference in a few words, the stored value before the received one; or that what the files mean is the same, and
    /// only how it is written differs.
    /// </summary>
    /// <param name="stored">Full path of the file of record.</param>
    /// <param name="received">Full path of the file that should be equal.</param>
    /// <exception cref="InputException">A file cannot be read as one of the format.</exception>
    string Describe(string stored, string received);
}
