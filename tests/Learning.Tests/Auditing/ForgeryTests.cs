using Research.Learning.Auditing;
using Research.Tables;

namespace Research.Learning.Tests.Auditing;

/// <summary>A forger who computes the whole chain anew passes every check but the replay.</summary>
public sealed class ForgeryTests : IDisposable
{
    private const string Tensor = "transformer.h.1.ln_2.weight";

    private readonly AuditedRun run = new();

    public void Dispose() => run.Dispose();

    [Fact]
    public void An_honest_training_reproduces_in_every_segment()
    {
        var report = run.Audit();
        Assert.True(report.Passed);
        Assert.Equal("4 of 4 segments reproduce bit for bit", report.Verdict);
        Assert.Equal((4, 11, 12, 288L), (report.Segments, report.Entries, report.Steps, report.Tokens));
        Assert.StartsWith("12 of 12 steps (100 %), 288 tokens in ", report.Cost);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void A_forged_segment_is_found_by_its_own_replay_and_by_no_other(int forged)
    {
        run.Forge(forged, Tensor);
        var report = run.Audit();
        Assert.False(report.Passed);
        Assert.Equal("3 of 4 segments reproduce bit for bit", report.Verdict);
        var found = Assert.Single(report.Results, result => result.Mismatch is not null);
        Assert.Equal(forged, found.Segment.Number);
        Assert.Equal((forged * 3, true), (found.Mismatch!.Step, found.Mismatch.After < found.Mismatch.Step));
        Assert.Contains($"first tensor that differs is {Tensor}, in element 1 (recorded ", found.Mismatch.What);
        Assert.DoesNotContain("loss curve", found.Mismatch.What);
    }

    [Fact]
    public void Every_choice_of_segments_that_has_the_forged_one_finds_it_and_their_share_is_the_stated_probability()
    {
        run.Forge(3, Tensor);
        var caught = run.Audit().Results.Where(result => result.Mismatch is not null).Select(result => result.Segment.Number).ToHashSet();
        for (var drawn = 1; drawn <= 4; drawn++)
        {
            int[][] choices = [.. Choices(4, drawn)];
            var found = choices.Count(choice => choice.Any(caught.Contains));
            Assert.Equal((double)found / choices.Length, Detection.Probability(4, 1, drawn), 1e-15);
        }
    }

    [Fact]
    public void The_verdict_of_an_audit_is_that_of_the_segments_its_seed_draws()
    {
        run.Forge(2, Tensor);
        var all = new ChainSchedule(TinyCorpus.Training.Schedule).Segments;
        var seen = new HashSet<bool>();
        for (var seed = 0; seed < 6; seed++)
        {
            var drawn = SegmentSample.Draw(all, 2, seed).Select(segment => segment.Number).ToArray();
            var passed = run.Audit(chosen: drawn).Passed;
            Assert.Equal(!drawn.Contains(2), passed);
            seen.Add(passed);
        }

        Assert.Equal(2, seen.Count);
    }

    [Fact]
    public void A_loss_curve_with_a_chain_of_its_own_is_found_with_the_step()
    {
        var (losses, rows) = (run.Artifact.ReadLosses().ToArray(), run.Artifact.ReadChain().ToArray());
        losses[7] = losses[7] with { Loss = 0.5 };
        var chain = new DigestChain(ChainHead.DigestOf([.. run.Artifact.ReadHead()]));
        foreach (var row in rows)
        {
            chain.Append(row.Step, row.Digest, losses);
        }

        Parquet.Write(run["loss.parquet"], losses);
        Parquet.Write(run["chain.parquet"], chain.Rows);
        var found = Assert.Single(run.Audit().Results, result => result.Mismatch is not null);
        Assert.Equal((6, 8), (found.Mismatch!.After, found.Mismatch.Step));
        Assert.StartsWith("from step 8 on the loss curve differs (recorded 0.5, here ", found.Mismatch.What);
        Assert.EndsWith(")", found.Mismatch.What);
    }

    private static IEnumerable<int[]> Choices(int of, int count) => Enumerable.Range(0, 1 << of)
        .Where(mask => int.PopCount(mask) == count)
        .Select(mask => Enumerable.Range(1, of).Where(number => (mask >> (number - 1) & 1) == 1).ToArray());
}
