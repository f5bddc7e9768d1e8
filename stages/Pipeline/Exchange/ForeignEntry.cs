using Research.Pipeline.Store;

namespace Research.Pipeline.Exchange;

/// <summary>A cache entry that was made elsewhere, with every byte of its artifact checked.</summary>
/// <param name="Record">What its maker says of the run.</param>
/// <param name="Output">The artifact, where it lies now.</param>
internal sealed record ForeignEntry(ActionRecord Record, StoredObject Output)
{
    public CachedAction AsCached => new(Record, Output);

    public override string ToString() => $"{Record.Target} / {Record.Job}";
}
