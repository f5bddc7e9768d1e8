using Research.Jobs;
using Research.Mirage.Arithmetic;
using Research.Mirage.Chain;
using Research.Mirage.Loss;
using Research.Mirage.Resolution;
using Research.Mirage.Tests.Arithmetic;
using Research.Mirage.Toy;
using Research.Reporting.Claims;
using Research.Reporting.Claims.Mirage;
using Research.Reporting.Numbers;
using Research.Tables;

namespace Research.Mirage.Tests;

/// <summary>The experiments and the claims of the report agree on the names of numbers.</summary>
public sealed class ClaimNumbersTests
{
    [Fact]
    public void The_claims_on_arithmetic_find_the_numbers_that_their_rules_ask_for()
    {
        using var laboratory = new ArithmeticLaboratory(4, 6, 8, 10);
        var scores = Enumerable.Range(0, 4).Select(model => laboratory.Folder.Table(laboratory.Freeze(model).Select(ArithmeticScore.Of))).ToList();

        var numbers = new NumberSet([.. Toy(laboratory.Folder), .. Numbers(laboratory.Folder, scores)]);
        Claim[] claims = [new MirageToy(), new MirageArithmetic(), new MirageLength(), new MirageResolution(), new MirageLoss(), new MirageChain()];
        var judged = claims.Select(claim => JudgedClaim.From(claim, numbers)).ToList();

        Assert.Equal([13, 2, 16, 13], judged.Take(4).Select(claim => claim.NumberIds.Count));
        Assert.Equal(VerdictKind.HoldsInPart, judged[0].Verdict.Kind);
        // Four sizes that have hardly learned anything.
        Assert.Equal(VerdictKind.NotTestable, judged[1].Verdict.Kind);
        Assert.Equal(11, judged[5].NumberIds.Count);
    }

    private static List<Number> Toy(TemporaryFolder folder) => folder.Rows<Number>(
        output => ToySummary.Summarize(new("mirage.toy"), [folder.Table(ToyMeasurement.Rows(new()))], output, new JobContext()));

    private static IEnumerable<Number> Numbers(TemporaryFolder folder, List<Table<ArithmeticScore>> scores)
    {
        var job = new JobContext();
        var resolution = folder.New<Table<PassUntilRow>>();
        ResolutionMeasurement.Measure(new(Items: 3), scores, resolution, job);
        var chain = folder.New<Table<ChainRow>>();
        ChainMeasurement.Measure(new("mirage.chain"), scores, chain, job);
        return
        [
            .. folder.Rows<Number>(output => JumpSummary.Summarize(new("mirage.arithmetic"), scores, output, job)),
            .. folder.Rows<Number>(output => LengthSummary.Summarize(new("mirage.length"), scores, output, job)),
            .. folder.Rows<Number>(output => ResolutionSummary.Summarize(new("mirage.resolution"), [resolution], output, job)),
            .. folder.Rows<Number>(output => LossSummary.Summarize(new("mirage.loss"), scores, output, job)),
            .. folder.Rows<Number>(output => ChainSummary.Summarize(new("mirage.chain"), [chain], output, job)),
        ];
    }
}
