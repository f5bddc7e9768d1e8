using Research.Jobs;
using Research.Learning.Checkpoints;
using Research.Learning.Optimization;
using Research.Learning.Tuning;

namespace Research.Learning.Auditing;

/// <summary>
/// Checks of a training's artifact that need no replay: that it is of this training and this corpus, that its digest chain is
/// whole, and that the loss curve and every file of weights and states are what the chain says. A forger who computes a whole
/// chain anew passes them; replaying is what finds that out.
/// </summary>
internal sealed class ChainVerification(
    Training item, TokenText corpus, Checkpoint checkpoint, TuningStart? start = null)
{
    private const string Altered = "The file was altered: get the artifact again from where it was made, or train again.";

    private readonly CheckpointHeader header = new(item.Model, corpus.Vocabulary, item.Schedule.Steps, start?.Adapter);
    private readonly ChainSchedule schedule = new(item.Schedule);

    /// <summary>Checks everything.</summary>
    /// <param name="cancellation">Stops it between two files.</param>
    /// <exception cref="InputException">Something is missing, malformed, altered or another training's; with its file and step.</exception>
    public RecordedTraining Check(CancellationToken cancellation)
    {
        checkpoint.ReadHeader().Require(header, checkpoint.Final);
        var head = ChainHead.Of(item, corpus.Vocabulary, corpus.Train, start);
        CheckHead(head);
        var losses = checkpoint.ReadLosses().ToArray();
        CheckCurve(losses);
        var chain = checkpoint.ReadChain().ToArray();
        CheckSteps(chain);
        CheckLinks(chain, losses, ChainHead.DigestOf(head));
        if (chain[0].Digest != StateDigest.Of(TrainingState.Initial(item, start)))
        {
            throw Wrong("the state of step 0 is not the one that the training begins with", checkpoint.Chain);
        }

        CheckFiles("snapshots", checkpoint.SnapshotSteps, item.Schedule.SnapshotSteps, checkpoint.Snapshot);
        CheckFiles("states", checkpoint.StateSteps, schedule.States, checkpoint.State);
        var files = new KeptStates(checkpoint, header, item.Schedule, schedule);
        files.Check(chain, losses, cancellation);
        files.CheckFinal(chain[^1], losses);
        return new RecordedTraining(chain, losses);
    }

    private void CheckHead(IReadOnlyList<HeadRow> expected)
    {
        var found = checkpoint.ReadHead().ToArray();
        foreach (var (row, i) in expected.Select((row, i) => (row, i)))
        {
            if (i >= found.Length || found[i].Name != row.Name)
            {
                throw Wrong($"there is no {row.Name} in row {i + 1}", checkpoint.Head);
            }

            if (found[i].Value != row.Value && row.Name == TuningStart.BaseWeights)
            {
                throw new InputException(
                    $"the fine-tuning began with weights of the digest {found[i].Value}, those of its base have {row.Value} ({row.Name})",
                    checkpoint.Head,
                    "It was tuned from another checkpoint than this base, or from a forged one: do not trust its weights. If the base lies elsewhere, name its folder, and audit the base.");
            }

            if (found[i].Value != row.Value)
            {
                throw new InputException(
                    $"the training had {row.Name} '{found[i].Value}', this one has '{row.Value}'", checkpoint.Head,
                    "Audit it as the training it is: with its profile, parameters, corpus and version of the program.");
            }
        }

        if (found.Length > expected.Count)
        {
            throw Wrong($"there is a row {found[expected.Count].Name} that does not belong there", checkpoint.Head);
        }
    }

    private void CheckCurve(LossRow[] losses)
    {
        for (var i = 0; i < Math.Max(losses.Length, item.Schedule.Steps); i++)
        {
            if (i >= losses.Length || i >= item.Schedule.Steps || losses[i].Step != i + 1)
            {
                throw Wrong(
                    $"row {i + 1} is {(i < losses.Length ? $"of step {losses[i].Step}" : "missing")}; there should be one for each of the {item.Schedule.Steps} steps",
                    checkpoint.Losses);
            }

            var (rate, tokens) = (LearningRate.Of(item.Schedule, i + 1), (i + 1L) * item.Schedule.Batch * item.Model.Block);
            if (losses[i].LearningRate != rate || losses[i].Tokens != tokens)
            {
                throw Wrong(
                    $"step {i + 1} has the learning rate {losses[i].LearningRate} and {losses[i].Tokens} tokens, its schedule says {rate} and {tokens}",
                    checkpoint.Losses);
            }
        }
    }

    private void CheckSteps(ChainRow[] chain)
    {
        for (var i = 0; i < Math.Max(chain.Length, schedule.Entries.Count); i++)
        {
            if (i >= chain.Length || i >= schedule.Entries.Count || chain[i].Step != schedule.Entries[i])
            {
                var found = i < chain.Length ? $"is of step {chain[i].Step}" : "is missing";
                var expected = i < schedule.Entries.Count ? $"expected that of step {schedule.Entries[i]}" : "expected none";
                throw Wrong($"row {i + 1} {found}, {expected}", checkpoint.Chain);
            }
        }
    }

    private void CheckLinks(ChainRow[] chain, LossRow[] losses, string head)
    {
        var (link, after) = (head, -1);
        foreach (var row in chain)
        {
            if (!row.Digest.IsWellFormed || row.State != row.Digest.At(row.Step)
                || row.Link != DigestChain.LinkOf(link, row.Step, row.State, row.Losses))
            {
                throw Wrong($"the link of step {row.Step} does not follow from the rows up to it", checkpoint.Chain);
            }

            if (row.Losses != DigestChain.DigestOf(losses, after, row.Step))
            {
                throw Wrong($"the rows of steps {Math.Max(after, 0) + 1} to {row.Step} are not those of which the chain is made", checkpoint.Losses);
            }

            (link, after) = (row.Link, row.Step);
        }
    }

    private static void CheckFiles(string what, IReadOnlyList<int> found, IReadOnlyList<int> expected, Func<int, string> path)
    {
        if (expected.Except(found).Select(step => (int?)step).FirstOrDefault() is { } missing)
        {
            throw Wrong($"the file of step {missing} is missing", path(missing));
        }

        if (found.Except(expected).Select(step => (int?)step).FirstOrDefault() is { } unknown)
        {
            throw Wrong($"the training keeps no {what} at step {unknown}", path(unknown));
        }
    }

    private static InputException Wrong(string what, string path) => new(what, path, Altered);
}
