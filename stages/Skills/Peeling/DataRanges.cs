namespace Research.Skills.Peeling;

/// <summary>Work cut by data: parts that write disjoint outputs, so that neither order nor threads can change a result.</summary>
internal static class DataRanges
{
    /// <summary>Runs all parts.</summary>
    /// <param name="parts">Parts 0..parts-1.</param>
    /// <param name="threads">Threads that share them, at least 1.</param>
    /// <param name="part">Does one part.</param>
    public static void ForEach(int parts, int threads, Action<int> part)
    {
        if (threads == 1 || parts == 1)
        {
            for (var i = 0; i < parts; i++) part(i);
            return;
        }

        Parallel.For(0, parts, new ParallelOptions { MaxDegreeOfParallelism = threads }, part);
    }
}
