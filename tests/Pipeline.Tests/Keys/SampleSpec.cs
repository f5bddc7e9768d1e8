namespace Research.Pipeline.Tests.Keys;

internal enum Reading
{
    Released,
    Ambiguous,
}

internal sealed record Inner(double Rate, string? Schedule);

/// <summary>A spec with one property of every kind; equal by value, lists included.</summary>
internal sealed record SampleSpec(
    string Name, int Width, bool Tied, Reading Reading, double Noise, float Dropout, char Letter, decimal Price,
    int? Heads, string? Note, Inner Inner, Inner? Other, IReadOnlyList<int> Seeds, IReadOnlyList<string?> Tags,
    IReadOnlyList<Inner> Stages)
{
    public bool Equals(SampleSpec? other) => other is not null
        && Name == other.Name && Width == other.Width && Tied == other.Tied && Reading == other.Reading
        && Noise.Equals(other.Noise) && Dropout.Equals(other.Dropout) && Letter == other.Letter && Price == other.Price
        && Heads == other.Heads && Note == other.Note && Inner == other.Inner && Other == other.Other
        && Seeds.SequenceEqual(other.Seeds) && Tags.SequenceEqual(other.Tags) && Stages.SequenceEqual(other.Stages);

    public override int GetHashCode() => Width;

    /// <summary>This spec with one property taken from another.</summary>
    public SampleSpec With(int property, SampleSpec other) => property switch
    {
        0 => this with { Name = other.Name },
        1 => this with { Width = other.Width },
        2 => this with { Tied = other.Tied },
        3 => this with { Reading = other.Reading },
        4 => this with { Noise = other.Noise },
        5 => this with { Dropout = other.Dropout },
        6 => this with { Letter = other.Letter },
        7 => this with { Price = other.Price },
        8 => this with { Heads = other.Heads },
        9 => this with { Note = other.Note },
        10 => this with { Inner = other.Inner },
        11 => this with { Other = other.Other },
        12 => this with { Seeds = other.Seeds },
        13 => this with { Tags = other.Tags },
        _ => this with { Stages = other.Stages },
    };
}
