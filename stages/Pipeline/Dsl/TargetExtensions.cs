using Research.Jobs;

namespace Research.Pipeline.Dsl;

/// <summary>How targets name the artifacts of other targets.</summary>
public static class TargetExtensions
{
    extension<TItem, TArtifact>(Target<TItem, TArtifact> target)
        where TItem : notnull
        where TArtifact : IArtifact<TArtifact>
    {
        /// <summary>All artifacts of the target, in the order of its items.</summary>
        public ArtifactList<TArtifact> All => new(new InputSource.ManyJobs(target, _ => true));

        /// <summary>The artifact of one item.</summary>
        /// <param name="item">One of the target's items, or an equal one.</param>
        public ArtifactReference<TArtifact> For(TItem item) => new(new InputSource.OneJob(target, item));

        /// <summary>
        /// The artifacts of the items that fulfil a condition, in the order of the items; may be none.
        /// </summary>
        public ArtifactList<TArtifact> Where(Func<TItem, bool> condition) =>
            new(new InputSource.ManyJobs(target, item => condition((TItem)item)));
    }
}
