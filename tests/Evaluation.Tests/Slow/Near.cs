namespace Research.Evaluation.Tests.Slow;

internal static class Near
{
    /// <summary>Far above rounding, far below any difference in meaning.</summary>
    private const double Precision = 1e-9;

    public static void Equal(double expected, double actual, string what) => Assert.True(
        Math.Abs(expected - actual) <= Precision * (1 + Math.Abs(expected)),
        $"{what}: expected {expected}, got {actual}");
}
