namespace Research.Languages;

/// <summary>The parts of a corpus.</summary>
public static class Splits
{
    /// <summary>The messages a model learns from: the first nine tenths.</summary>
    public const string Train = "train";

    /// <summary>The messages held out: the rest.</summary>
    public const string Validation = "validation";

    /// <summary>The split of message <paramref name="index"/> of a corpus of <paramref name="messages"/>.</summary>
    public static string Of(int index, int messages) => index < (long)messages * 9 / 10 ? Train : Validation;
}
