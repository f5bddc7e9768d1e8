using Research.Learning.Checkpoints;
using Research.Numerics.Devices;

namespace Research.Learning.Auditing;

/// <summary>Digests of the parts of a training's state: SHA-256 over the number bits in the order of the parameters.</summary>
/// <param name="Weights">Of the weights.</param>
/// <param name="FirstMoment">Of AdamW's first moment.</param>
/// <param name="SecondMoment">Of AdamW's second moment.</param>
internal sealed record StateDigest(string Weights, string FirstMoment, string SecondMoment)
{
    private const int Digits = 64;

    /// <summary>Whether each is as long as a digest is.</summary>
    public bool IsWellFormed => Weights.Length == Digits && FirstMoment.Length == Digits && SecondMoment.Length == Digits;

    public static StateDigest Of(FloatBuffer weights, FloatBuffer firstMoment, FloatBuffer secondMoment) =>
        new(OfNumbers(weights), OfNumbers(firstMoment), OfNumbers(secondMoment));

    public static StateDigest Of(TrainingState state) =>
        new(OfNumbers(state.Weights), OfNumbers(state.FirstMoment), OfNumbers(state.SecondMoment));

    /// <summary>The digest of one set of numbers.</summary>
    public static string OfNumbers(ReadOnlySpan<float> numbers)
    {
        using var hash = Begin(numbers.Length);
        hash.Add(numbers);
        return hash.Finish();
    }

    /// <summary>The digest of the whole state after the given number of updates.</summary>
    public string At(int step)
    {
        using var hash = new Sha256Writer("state");
        hash.Add((long)step);
        hash.Add(Weights);
        hash.Add(FirstMoment);
        hash.Add(SecondMoment);
        return hash.Finish();
    }

    private static string OfNumbers(FloatBuffer numbers)
    {
        using var hash = Begin(numbers.Length);
        hash.Add(numbers);
        return hash.Finish();
    }

    private static Sha256Writer Begin(int length)
    {
        var hash = new Sha256Writer("numbers");
        hash.Add((long)length);
        return hash;
    }
}
