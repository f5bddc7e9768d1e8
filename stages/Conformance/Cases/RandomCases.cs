using Research.Numerics;

namespace Research.Conformance.Cases;

/// <summary>Random numbers: Philox's words and what they become.</summary>
internal static class RandomCases
{
    private const int Draws = 4001;

    /// <summary>The cases. The first words of the first are a published answer: 6627e8d5 e169c58d bc57ac4c 9b00dbd8.</summary>
    public static IEnumerable<ConformanceCase> All =>
    [
        Case("key 0 0, step 0", new Philox(0u, 0u), 0),
        Case("key and step all ones", new Philox(~0u, ~0u), ~0u),
        Case("seed 1713, stream conformance, step 12", new Philox(1713, "conformance"), 12),
    ];

    private static ConformanceCase Case(string name, Philox philox, uint step) => new("Philox", name, _ =>
    {
        var words = new uint[Draws];
        var (uniform, normal) = (new float[Draws], new double[Draws]);
        for (var i = 0; i < Draws; i++)
        {
            words[i] = philox.UInt32(i, step);
            uniform[i] = philox.UniformSingle(i, step, tensor: 1);
            normal[i] = philox.Normal(i, step, tensor: 2);
        }

        return [new CaseOutput("words", words), CaseOutput.Of("uniform", uniform), CaseOutput.Of("normal", normal)];
    }) { OnHost = true };
}
