using Research.Jobs;

namespace Research.Mirage.Resolution;

/// <summary>Pass-until sampling (arXiv 2310.03262): each item is tried until so many answers have been right.</summary>
/// <param name="Passes">Right answers to wait for, at least 2.</param>
/// <param name="MostTries">Tries after which an item is given up, at least <paramref name="Passes"/>.</param>
/// <param name="Items">Items of each task and length that are tried, the first ones; at least 1.</param>
/// <param name="Seed">Seed of the draws.</param>
public sealed record PassUntilSpec(int Passes = 2, int MostTries = 100_000, int Items = 25, int Seed = 1)
{
    /// <summary>Checks every parameter.</summary>
    /// <returns>This specification.</returns>
    /// <exception cref="InputException">A parameter is out of its range.</exception>
    public PassUntilSpec Validate()
    {
        Require(Passes >= 2, $"Passes is {Passes}", "Give 2 or more: the unbiased estimate needs them.");
        Require(MostTries >= Passes, $"MostTries is {MostTries}", $"Give {Passes} or more.");
        Require(Items >= 1, $"Items is {Items}", "Give 1 or more.");
        return this;
    }

    /// <inheritdoc/>
    public override string ToString() => "pass-until";

    private void Require(bool condition, string what, string remedy)
    {
        if (!condition) throw new InputException(what, ToString(), remedy);
    }
}
