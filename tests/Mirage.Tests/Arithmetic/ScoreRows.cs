using Research.Mirage.Arithmetic;

namespace Research.Mirage.Tests.Arithmetic;

/// <summary>Made-up scores.</summary>
internal static class ScoreRows
{
    public static ArithmeticScore Empty { get; } = new(
        "w8", 1000, 1, 100, 1000, true, 1.5, ArithmeticTask.Addition, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    /// <summary>One row an item, as a model gets so many of ten right.</summary>
    public static IEnumerable<ArithmeticScore> Model(long parameters, int seed, int length, int rightOfTen, Func<ArithmeticScore, ArithmeticScore>? change = null) =>
        Enumerable.Range(0, 10).Select(item => Empty with
        {
            Model = $"w{parameters}", Parameters = parameters, Seed = seed, Length = length, Item = item, Exact = item < rightOfTen ? 1 : 0,
        }).Select(row => change?.Invoke(row) ?? row);
}
