using Research.Jobs;
using Research.Tables;

namespace Research.Reporting.Tests.Fixture;

/// <summary>Made-up measurements of the shape and size of real ones.</summary>
public static class FixtureTables
{
    private const int Seeds = 3;

    /// <summary>Writes all tables that the templates query.</summary>
    public static IReadOnlyList<NamedArtifact> Write(string folder)
    {
        return
        [
            Write("density", Density()),
            Write("sparsity", Sparsity()),
            Write("understanding", Understanding()),
            Write("icl", Icl()),
            Write("product_bound", ProductBound()),
            Write("tuning_course", TuningFixture.Course()),
            Write("overlap_ambiguity", FixtureOverlaps.Ambiguities()),
            Write("sparsity_violation", FixtureOverlaps.Violations()),
            Write("new_intention", FixtureOverlaps.NewIntentions()),
            Write("scale", FixtureScale.Rows()),
            Write("ginc_prompts", GincTables.Prompts()),
            Write("ginc_course", GincTables.Course()),
            Write("chain_of_thought", FixtureChains.Estimates()),
            Write("step_information", FixtureChains.Information()),
            Write("learner_evolution", FixtureLearners.Evolution()),
            Write("learner_ensembles", FixtureLearners.Ensembles()),
            Write("learner_emergence", FixtureLearners.Emergence()),
            Write("learner_phases", FixtureLearners.Phases()),
            Write("learner_scaling", FixtureLearners.Scaling()),
            Write("learner_association", FixtureLearners.Association()),
            Write("learner_hierarchy", FixtureLearners.Hierarchy()),
            Write("learner_classes", FixtureLearners.Classes()),
            Write("learner_compression", FixtureLearners.Compression()),
            Write("skill_curves", FixtureSkills.Curves()),
            Write("skill_adversaries", FixtureSkills.Adversaries()),
            Write("skill_cloze", FixtureSkills.Cloze()),
            Write("skill_tuples", FixtureSkills.Tuples()),
            Write("skill_scaling", FixtureSkills.Scaling()),
            Write("skill_allocations", FixturePlateaus.Allocations()),
            Write("skill_plateaus", FixturePlateaus.Plateaus()),
            Write("skill_mix", FixtureSkills.Mix()),
            Write("skill_parrots", FixtureSkills.Parrots()),
            Write("learned_texts", FixtureLearned.Texts()),
            Write("learned_curves", FixtureLearned.Curves()),
            Write("reader_curves", FixtureLearned.Readers()),
            Write("evolution_curves", FixtureLearned.Evolution()),
            Write("toy", FixtureMirage.Toys()),
            Write("vision_scores", FixtureVision.Scores()),
            Write("vision_pictures", FixtureVision.Pictures()),
            Write("arithmetic", FixtureArithmetic.Outputs()),
            Write("arithmetic_resolution", FixtureArithmetic.Resolutions()),
            Write("arithmetic_loss_curve", FixtureArithmetic.LossCurves()),
            Write("arithmetic_chain", FixtureArithmetic.Chains()),
            Write("sweep_curves", FixtureArithmetic.Curves()),
        ];

        NamedArtifact Write<TRow>(string name, IEnumerable<TRow> rows)
        {
            var artifact = Directory.CreateDirectory(Path.Combine(folder, name)).FullName;
            Table<TRow>.Open(artifact).Write(rows);
            return new NamedArtifact(name, artifact);
        }
    }

    private static IEnumerable<DensityRow> Density()
        => from language in FixtureLanguage.All
           from seed in Enumerable.Range(1, Seeds)
           from step in new[] { 25, 50, 100, 200, 400, 800, 1600, 3200 }
           let wave = Wave(seed, step)
           let excess = (1.4 / (1 + Math.Pow(step / 40.0, 1.4 + (5 * language.Noise))) * (1 + (0.15 * wave))) + 0.004
           let optimum = 0.971 + (60 * language.Noise) - (600 * language.Noise * language.Noise)
           let deviation = language is { Reading: "released", Noise: 0 } ? 0.6 * excess + 0.019 : (double?)null
           select new DensityRow(
               language.Name, language.Reading, language.Noise, seed, step, step * 1536L, optimum + excess, optimum, 0.7 * excess, deviation);

    private static IEnumerable<SparsityRow> Sparsity()
        => from language in FixtureLanguage.All
           from length in Enumerable.Range(1, 21)
           let peaked = language.IsAmbiguous ? 0.93 / (1 + Math.Exp(-(length - 4 - (150 * language.Noise)) / 3.0)) : 1
           select new SparsityRow(
               language.Name, language.Reading, language.Noise, length, 20_000, peaked, Math.Max(0, peaked - 0.006), Math.Min(1, peaked + 0.006),
               0.5 + (peaked / 2), 1 - peaked);

    private static IEnumerable<UnderstandingRow> Understanding()
        => from language in FixtureLanguage.All
           from seed in Enumerable.Range(1, Seeds)
           from protocol in new[] { "bare", "newline" }
           from length in Enumerable.Range(1, 6)
           from prompt in Enumerable.Range(0, 100)
           let chance = 0.5 + (0.5 * Wave(prompt * 31, length + seed))
           let epsilon = language.IsAmbiguous ? Math.Min(0.95, chance * chance * 18 * language.Noise / (0.4 + (0.3 * length))) : 0
           let oracleGap = epsilon * (0.35 + (0.6 * (1 - chance))) + (protocol == "bare" ? 0.05 : 0)
           let error = 0.03 * (0.5 + (0.5 * Wave(prompt, 7 * length)))
           let oracleKl = (0.3 * epsilon) + (protocol == "bare" ? 0.05 + (0.003 * length) : 0)
           select new UnderstandingRow(
               language.Name, language.Reading, language.Noise, seed, protocol, length, prompt, epsilon, oracleGap, Math.Abs(oracleGap + error - 0.01), oracleKl,
               oracleKl + (0.012 * (1 + (0.3 * seed))));

    private static IEnumerable<IclRow> Icl()
        => from language in FixtureLanguage.All
           from seed in Enumerable.Range(1, Seeds)
           from examples in Enumerable.Range(1, 5)
           from trial in Enumerable.Range(0, 40)
           let rate = 2.6 - (25 * language.Noise)
           let oracle = language.IsAmbiguous ? 0.4 * Math.Exp(-rate * (examples - 1)) * (1 + (0.2 * Wave(trial, examples))) : 0
           let model = oracle + (0.012 * (1 + (0.2 * seed))) + (2 * language.Noise / (examples * examples))
           let epsilon = language.IsAmbiguous ? Math.Min(0.9, 2 * oracle) : 0
           select new IclRow(
               language.Name, language.Reading, language.Noise, seed, examples, trial, epsilon, oracle, 0.8 * oracle, model,
               language.IsAmbiguous ? -Math.Log(1 - epsilon) : null);

    private static IEnumerable<ProductBoundRow> ProductBound()
        => from language in FixtureLanguage.All
           from letters in new[] { 5, 10, 21 }
           from messages in Enumerable.Range(1, 5)
           let share = language.IsAmbiguous && messages > 1 ? Math.Exp(-letters / 8.0) * Math.Exp(-0.25 * messages) * 1.8 : 0
           select new ProductBoundRow(
               language.Name, language.Reading, language.Noise, letters, messages, 100_000, (int)(100_000 * Math.Min(1, share)), 0,
               language.IsAmbiguous ? Math.Exp(-0.3 * letters * messages) : 0);

    // Between -1 and 1, scattered, the same everywhere.
    private static double Wave(int a, int b) => (((a * 7919) + (b * 104_729)) % 2003 / 1001.0) - 1;
}
