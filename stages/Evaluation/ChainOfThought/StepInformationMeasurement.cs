using Research.Learning.Inference;
using Research.Jobs;
using Research.Languages.Chains;
using Research.Languages.Chains.Oracles;
using Research.Tables;

namespace Research.Evaluation.ChainOfThought;

/// <summary>
/// The inequality behind the claim, exactly (Jiang 2023, section 6): what steps add on average, how often they take away, and that a reader
/// who knows the world gains nothing from steps of its own.
/// </summary>
public static class StepInformationMeasurement
{
    /// <summary>Goes through the held-out pairs and their controls.</summary>
    /// <exception cref="InputException">The corpus is damaged.</exception>
    public static void Measure(StepInformationSpec item, ChainCorpus corpus, Table<StepInformationRow> output, JobContext job)
    {
        var language = corpus.Language;
        var oracle = new WorldOracle(language.World);
        List<NodePair> pairs = [.. language.HeldOut, .. language.Controls];
        var rows = new List<StepInformationRow>();
        foreach (var pair in pairs)
        {
            job.Report(rows.Count, pairs.Count, "pairs");
            var path = language.World.Routes.Path(pair.First, pair.Second);
            var information = StepInformation.Along(oracle, path);
            rows.Add(new(
                item.Language.Topology, $"{ChainAlphabet.Letter(pair.First)}", $"{ChainAlphabet.Letter(pair.Second)}", path.Length - 1,
                language.HeldOut.Contains(pair), information.FromStart, information.FromSteps, information.Lower,
                string.Join(' ', information.Instance.Select((value, i) => new Statement(path[i], value))), information.Probability,
                information.WithSteps, information.WithoutSteps, OwnSteps(oracle, path, job.Cancellation)));
        }

        output.Write(rows);
    }

    private static double OwnSteps(WorldOracle oracle, int[] path, CancellationToken cancellation)
    {
        var reader = new ExactReader(oracle, lastOnly: false);
        var largest = 0.0;
        for (var value = 0; value < oracle.World.Values; value++)
        {
            cancellation.ThrowIfCancellationRequested();
            var question = new Question(new(path[0], value), path, HeldOut: false);
            var gap = Distributions.LargestGap(oracle.Conditional(path[^1], [question.Condition]), Scaffold.Answer(reader, question, cancellation).Own);
            if (gap > largest) largest = gap;
        }

        return largest;
    }
}
