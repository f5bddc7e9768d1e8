namespace Research.Reporting.Claims;

/// <summary>A paper whose claims are tested.</summary>
/// <param name="Authors">As a reader cites them: <c>Jiang</c>, <c>Arora &amp; Goyal</c>.</param>
/// <param name="Year">Year of the first version.</param>
/// <param name="Title">The full title.</param>
/// <param name="ArXiv">The arXiv identifier, such as <c>2304.09960</c>.</param>
public sealed record Paper(string Authors, int Year, string Title, string ArXiv)
{
    /// <summary><c>Jiang 2023</c>.</summary>
    public string Name => $"{Authors} {Year}";

    /// <summary>The address of the abstract.</summary>
    public string Address => $"https://arxiv.org/abs/{ArXiv}";

    /// <summary>A numbered proposition of the paper.</summary>
    public Citation Proposition(string number) => new(this, $"Proposition {number}");

    /// <summary>A section of the paper.</summary>
    public Citation Section(string number) => new(this, $"section {number}");
}
