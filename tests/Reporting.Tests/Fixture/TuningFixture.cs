using Research.Tables;

namespace Research.Reporting.Tests.Fixture;

/// <summary>Made-up measurements of the tuning experiment.</summary>
public static class TuningFixture
{
    private static readonly (string Method, string Slug, double Damage)[] Ways =
    [
        ("full rate 0.001", "full-rate-0.001", 0.04),
        ("full rate 0.0001", "full-rate-0.0001", 0.001),
        ("LoRA rank 1 attention rate 0.004", "lora-rank-1-attention-rate-0.004", 0.003),
        ("LoRA rank 4 MLP rate 0.004", "lora-rank-4-mlp-rate-0.004", 0.008),
    ];

    public static IEnumerable<Number> Numbers =>
    [
        new("latent.tuning.tunings", 12, "fine-tunings", null, null, 12),
        .. Ways.SelectMany(way => new Number[]
        {
            N($"moved.{way.Slug}", 0.97, 0.01), N($"answer-row.{way.Slug}", 0.02, 0.01), N($"generalized.{way.Slug}", 0.31, 0.2),
            N($"held-out-row.{way.Slug}", 0.6, 0.1), N($"within-change.prompt.{way.Slug}", way.Damage / 4, 0.001),
            N($"within-change.answer.{way.Slug}", way.Damage / 3, 0.001), N($"within-change.held-out.{way.Slug}", way.Damage, 0.002),
        }),
    ];

    public static IEnumerable<TuningCourseRow> Course()
        => from way in Ways
           from seed in Enumerable.Range(1, 3)
           from step in new[] { 0, 10, 25, 50, 100, 200 }
           let moved = step / (step + 12.0)
           let damage = way.Damage * moved * (1 + (0.1 * seed))
           select new TuningCourseRow(way.Method, seed, step, 1200, 0.97 * moved, 0.3 * moved * seed / 3, 0.6 * moved, damage / 4, damage / 3, damage);

    private static Number N(string id, double value, double halfWidth) => new($"latent.tuning.{id}", value, "", value - halfWidth, value + halfWidth, 3);
}
