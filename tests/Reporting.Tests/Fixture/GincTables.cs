namespace Research.Reporting.Tests.Fixture;

/// <summary>Made-up measurements of the GINC experiment.</summary>
public static class GincTables
{
    private const string Model = "3 layers, 4 heads, width 64, block 192, vocabulary 43";

    public static int[] Lengths { get; } = [3, 5, 8, 10];

    public static int[] Examples { get; } = [0, 1, 2, 4, 8, 16];

    /// <summary>Kind of concept, length, number of examples, and the accuracy there.</summary>
    public static IEnumerable<(string Concepts, int Length, int Examples, double Accuracy)> Cells() =>
        from concepts in new[] { "seen", "unseen" }
        from length in Lengths
        from examples in Examples
        select (concepts, length, examples, concepts == "seen" ? 0.3 + (0.025 * length) + (0.05 * Math.Log2(examples + 1)) : 0.12);

    public static IEnumerable<GincPromptRow> Prompts()
        => from cell in Cells()
           from seed in Enumerable.Range(1, 3)
           from prompt in Enumerable.Range(0, 50)
           let rank = (prompt + 0.5) / 50
           select new GincPromptRow(
               seed, cell.Concepts, cell.Length, cell.Examples, Model, rank < cell.Accuracy + (0.02 * seed), rank < 0.86,
               rank < (cell.Examples > 0 ? 1 : 0.86));

    public static IEnumerable<GincCourseRow> Course()
        => from seed in Enumerable.Range(1, 3)
           from step in new[] { 650, 1300, 1950, 2600 }
           select new GincCourseRow(seed, step * 2304L, 1.58 + (600.0 / step) + (0.01 * seed), 1.58, 300, (step / 14) + seed);
}
