using Research.Reporting.Claims;
using Research.Reporting.Claims.Mirage;
using Research.Tables;
using static Research.Reporting.Tests.Claims.ClaimTest;

namespace Research.Reporting.Tests.Claims;

public class MirageToyTests
{
    [Theory]
    [InlineData(1, 0.31, 0, 0.2, VerdictKind.Holds)]
    [InlineData(1, 0.29, 1, 0.2, VerdictKind.HoldsInPart)]
    [InlineData(1, 0.2, 0, 0.31, VerdictKind.HoldsInPart)]
    [InlineData(1, 0.2, 0, 0.29, VerdictKind.Fails)]
    [InlineData(0.998, 0.31, 1, 1, VerdictKind.Fails)]
    public void The_largest_steps_and_what_a_test_set_hides_decide(double straight, double accuracy, double unseen, double grade, VerdictKind expected)
        => Assert.Equal(expected, Judge<MirageToy>(Numbers(straight, accuracy, unseen, grade)).Kind);

    [Fact]
    public void The_longest_target_is_judged()
        => Assert.Contains("accuracy of 10 tokens 31.0", Judge<MirageToy>(Numbers(1, 0.31, 0, 0.2)).Because, StringComparison.Ordinal);

    private static IEnumerable<Number> Numbers(double straight, double accuracy, double unseen, double grade) =>
    [
        Number("mirage.toy.straight", straight), Number("mirage.toy.width", 2.7), Number("mirage.toy.step.log-loss", 0.1),
        Share("edit-distance", 0.2), Share("grade", grade), Share("accuracy.1", 0.2), Share("accuracy.9", 0.1), Share("accuracy.10", accuracy),
        Number("mirage.toy.shift.10", 1), Number("mirage.toy.unseen.1", 0), Number("mirage.toy.unseen.10", unseen),
    ];

    private static Number Share(string id, double value) => new($"mirage.toy.step.{id}", value, "share", null, null, 11);
}
