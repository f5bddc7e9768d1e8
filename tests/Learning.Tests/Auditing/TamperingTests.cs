using Research.Jobs;
using Research.Learning.Auditing;
using Research.Learning.Checkpoints;

namespace Research.Learning.Tests.Auditing;

/// <summary>Whatever is altered in an artifact without computing the chain anew is found before any replay.</summary>
public sealed class TamperingTests : IDisposable
{
    private readonly AuditedRun run = new();

    public void Dispose() => run.Dispose();

    [Theory]
    [InlineData(nameof(ChainRow.Weights))]
    [InlineData(nameof(ChainRow.FirstMoment))]
    [InlineData(nameof(ChainRow.SecondMoment))]
    [InlineData(nameof(ChainRow.State))]
    [InlineData(nameof(ChainRow.Losses))]
    [InlineData(nameof(ChainRow.Link))]
    public void An_altered_digest_of_the_chain(string column)
    {
        run.Rewrite<ChainRow>("chain.parquet", rows => rows.Select(row => row.Step != 6 ? row : column switch
        {
            nameof(ChainRow.Weights) => row with { Weights = Altered(row.Weights) },
            nameof(ChainRow.FirstMoment) => row with { FirstMoment = Altered(row.FirstMoment) },
            nameof(ChainRow.SecondMoment) => row with { SecondMoment = Altered(row.SecondMoment) },
            nameof(ChainRow.State) => row with { State = Altered(row.State) },
            nameof(ChainRow.Link) => row with { Link = Altered(row.Link) },
            _ => row with { Losses = Altered(row.Losses) },
        }));
        Refused("chain.parquet", "the link of step 6");
    }

    [Fact]
    public void A_dropped_row_of_the_chain()
    {
        run.Rewrite<ChainRow>("chain.parquet", rows => rows.Where(row => row.Step != 6));
        Refused("chain.parquet", "row 7 is of step 8, expected that of step 6");
    }

    [Fact]
    public void A_chain_that_ends_early_or_late()
    {
        run.Rewrite<ChainRow>("chain.parquet", rows => rows.SkipLast(1));
        Refused("chain.parquet", "row 11 is missing, expected that of step 12");
        run.Rewrite<ChainRow>("chain.parquet", rows => rows.Append(rows[^1] with { Step = 12 }).Append(rows[^1] with { Step = 13 }));
        Refused("chain.parquet", "row 12 is of step 13, expected none");
    }

    [Fact]
    public void Rows_of_the_chain_in_another_order()
    {
        run.Rewrite<ChainRow>("chain.parquet", rows => [.. rows.Take(4), rows[5], rows[4], .. rows.Skip(6)]);
        Refused("chain.parquet", "row 5 is of step 5, expected that of step 4");
        run.Rewrite<ChainRow>("chain.parquet", rows => rows.Select((row, i) => row with { Step = i is 4 or 5 ? i : row.Step }));
        Refused("chain.parquet", "the link of step 4");
    }

    [Fact]
    public void An_altered_loss()
    {
        run.Rewrite<LossRow>("loss.parquet", rows => rows.Select(
            row => row.Step == 8 ? row with { Loss = Math.BitIncrement(row.Loss) } : row));
        Refused("loss.parquet", "the rows of steps 7 to 8 are not those of which the chain is made");
    }

    [Fact]
    public void A_dropped_loss_or_another_rate()
    {
        run.Rewrite<LossRow>("loss.parquet", rows => rows.Select(
            row => row.Step == 8 ? row with { LearningRate = 2e-2 } : row));
        Refused("loss.parquet", "step 8 has the learning rate 0.02 and 192 tokens, its schedule says 0.01 and 192");
        run.Rewrite<LossRow>("loss.parquet", rows => rows.SkipLast(2));
        Refused("loss.parquet", "step 8 has");
        run.Rewrite<LossRow>("loss.parquet", rows => rows.Take(7));
        Refused("loss.parquet", "row 8 is missing");
    }

    [Theory]
    [InlineData("states/step-000006.safetensors", "the digest of the second moment of step 6 is")]
    [InlineData("snapshots/step-000005.safetensors", "the digest of the weights of step 5 is")]
    [InlineData("model.safetensors", "the digest of the weights of step 12 is")]
    [InlineData("optimizer.safetensors", "the digest of the second moment of step 12 is")]
    public void An_altered_file_of_numbers(string file, string reason)
    {
        var bytes = File.ReadAllBytes(run[file]);
        bytes[^1] ^= 0x40;
        File.WriteAllBytes(run[file], bytes);
        Refused(file, reason);
    }

    [Theory]
    [InlineData("states/step-000006.safetensors", "the file of step 6 is missing")]
    [InlineData("snapshots/step-000005.safetensors", "the file of step 5 is missing")]
    [InlineData("model.safetensors", "cannot be opened")]
    [InlineData("optimizer.safetensors", "cannot be opened")]
    [InlineData("chain.parquet", "no such table")]
    [InlineData("training.parquet", "no such table")]
    [InlineData("loss.parquet", "no such table")]
    public void A_missing_file(string file, string reason)
    {
        File.Delete(run[file]);
        Refused(file, reason);
    }

    [Fact]
    public void A_state_in_the_place_of_another_and_one_too_many()
    {
        File.Copy(run["states/step-000003.safetensors"], run["states/step-000007.safetensors"]);
        Refused("states/step-000007.safetensors", "keeps no states at step 7");
        File.Move(run["states/step-000007.safetensors"], run["states/step-000006.safetensors"], overwrite: true);
        Refused("states/step-000006.safetensors", "the file is of step 3, expected 6");
    }

    [Fact]
    public void A_chain_of_another_training()
    {
        Refused("training.parquet", "the training had Seed '7', this one has '8'", item: TinyCorpus.Training with { Seed = 8 });
        var schedule = TinyCorpus.Training.Schedule with { WeightDecay = 0.2 };
        Refused("training.parquet", "had Schedule.WeightDecay '0.1', this one has '0.2'", item: TinyCorpus.Training with { Schedule = schedule });
        var other = TinyCorpus.Create(run.Create("other"), "abcd", "bcda", "dda", "acbacb", "dcba", "aabc");
        Refused("training.parquet", "Corpus.Digest", corpus: other);
    }

    [Fact]
    public void A_head_that_pretends_to_be_of_this_training()
    {
        var other = TinyCorpus.Training with { Seed = 8 };
        var head = ChainHead.Of(other, run.Corpus.Vocabulary, run.Corpus.Train);
        run.Rewrite<HeadRow>("training.parquet", _ => head);
        Refused("chain.parquet", "the link of step 0", item: other);
        run.Rewrite<HeadRow>("training.parquet", rows => rows.Skip(1));
        Refused("training.parquet", "there is no NumericSpecification in row 1");
        run.Rewrite<HeadRow>("training.parquet", _ => [.. ChainHead.Of(TinyCorpus.Training, run.Corpus.Vocabulary, run.Corpus.Train), new("More", "")]);
        Refused("training.parquet", "a row More");
    }

    [Fact]
    public void A_whole_chain_from_other_initial_weights()
    {
        var item = TinyCorpus.Training;
        var losses = run.Artifact.ReadLosses().ToArray();
        var chain = new DigestChain(ChainHead.DigestOf(ChainHead.Of(item, run.Corpus.Vocabulary, run.Corpus.Train)));
        foreach (var row in run.Artifact.ReadChain())
        {
            var digest = row.Step == 0 ? StateDigest.Of(TrainingState.Initial(item with { Seed = 8 })) : row.Digest;
            chain.Append(row.Step, digest, losses);
        }

        run.Rewrite<ChainRow>("chain.parquet", _ => chain.Rows);
        Refused("chain.parquet", "the state of step 0 is not the one that the training begins with");
    }

    [Fact]
    public void A_checkpoint_of_another_shape_or_vocabulary()
    {
        var item = TinyCorpus.Training;
        Refused("model.safetensors", "the file holds 2 layers, 2 heads, width 8", item: item with { Model = item.Model with { Width = 16 } });
        Refused("model.safetensors", "the model knows the characters '\\nabcd'", corpus: TinyCorpus.Create(run.Create("other"), "abce", "eeba", "aa", "bbc"));
        Refused("model.safetensors", "the file is of step 12, expected 9", item: item with { Schedule = item.Schedule with { Steps = 9, SnapshotSteps = [] } });
    }

    private static string Altered(string digest) => (digest[0] == '0' ? '1' : '0') + digest[1..];

    private void Refused(string file, string reason, Training? item = null, TokenText? corpus = null)
    {
        var error = Assert.Throws<InputException>(() => run.Audit(item, corpus));
        Assert.Contains(reason, error.What);
        Assert.Equal(Path.GetFullPath(run[file]), Path.GetFullPath(error.Where));
    }
}
