using Research.Jobs;
using Research.Numerics;
using Research.Skills.Learners;
using Research.Skills.Peeling;
using Research.Tables;

namespace Research.Skills.Compression;

/// <summary>Sends fresh texts through the codec and compares their length with the formula, their meaning with the original.</summary>
public static class CompressionMeasurement
{
    // Fresh texts come from graphs of other seeds than any that is learned.
    private const int FreshSeeds = 1 << 30;

    /// <summary>Measures one graph at every ratio.</summary>
    /// <exception cref="InputException">A value is out of range.</exception>
    public static void Measure(CompressionSpec item, Table<CompressionRow> output, JobContext job)
    {
        var sampler = new TextSampler(GraphSpec.Poisson(item.Skills, item.Load, item.Ratios.Max(), item.Graph));
        var learner = new StreamingLearner(item.Skills, limit: 1);
        var text = new int[sampler.LargestText];
        var presented = 0;
        var rows = new List<CompressionRow>();
        foreach (var ratio in item.Ratios)
        {
            job.Report(rows.Count, item.Ratios.Count, "ratios");
            for (var texts = GraphSpec.TextsOf(item.Skills, ratio); presented < texts; presented++)
                learner.Present(text.AsSpan(0, sampler.Draw(presented, text)));
            rows.Add(Send(item, ratio, learner.Known()));
        }

        output.Write(rows);
    }

    private static CompressionRow Send(CompressionSpec item, double ratio, SkillSet learned)
    {
        var (load, skills, raw) = (item.Load, item.Skills, 8 * item.Letters);
        var language = new SkillLanguage(skills);
        var codec = new SemanticCodec(language, learned, load, item.Letters);
        var sampler = new TextSampler(GraphSpec.Poisson(skills, load, item.Texts / (double)skills, FreshSeeds + item.Graph));
        var words = new Philox(item.Graph, "skills/sender");
        var members = new int[sampler.LargestText];
        int understood = 0, changed = 0;
        long bits = 0, setBits = 0;
        for (var number = 0; number < item.Texts; number++)
        {
            var draws = new PhiloxStream(words, step: (uint)number);
            var text = SkillLanguage.Write(members.AsSpan(0, sampler.Draw(number, members)), ref draws);
            var sent = codec.Encode(text);
            bits += sent.Bits;
            if (sent.Understood)
            {
                understood++;
                setBits += sent.Bits - 1;
            }

            if (!language.Read(codec.Decode(sent.Bytes)).AsSpan().SequenceEqual(language.Read(text))) changed++;
        }

        var q = 1 - (learned.Count / (double)skills);
        var predicted = new DensityEvolution(new SkillLearner(1), load, ratio).Solve().Value;
        return new(
            load, ratio, skills, item.Graph, item.Texts, understood, changed, bits / (double)item.Texts,
            understood == 0 ? null : setBits / (double)understood, CompressionTheory.SetEntropy(skills, load, q),
            CompressionTheory.BitsPerText(skills, load, q, raw), CompressionTheory.BitsPerText(skills, load, predicted, raw), q, predicted, raw);
    }
}
