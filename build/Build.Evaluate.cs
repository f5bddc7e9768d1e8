using Research.Evaluation.Density;
using Research.Evaluation.InContext;
using Research.Evaluation.ProductBound;
using Research.Evaluation.Sparsity;
using Research.Summaries;
using Research.Evaluation.Understanding;
using Research.Pipeline.Dsl;
using Research.Pipeline.Parameters;
using Research.Tables;

sealed partial class Build
{
    [Parameter("Validation windows for the density experiment", Minimum = 2)]
    readonly int Windows;

    [Parameter("Messages for the sparsity experiment", Minimum = 1)]
    readonly int SparsityMessages;

    [Parameter("Prompts of each length for the language-understanding experiment", Minimum = 1)]
    readonly int Prompts;

    [Parameter("Trials of the in-context learning experiment", Minimum = 20)]
    readonly int Trials;

    [Parameter("Most examples in a prompt", Minimum = 3)]
    readonly int Examples;

    [Parameter("Tuples of messages for the product bound", Minimum = 2)]
    readonly int Tuples;

    Target<DensitySpec, Table<DensityRow>> Density => _ => _
        .Description("Cross-entropy over training against the exact optimum")
        .ForEach(Trained.Select(run => new DensitySpec(run.Training, run.Language, Windows)))
        .From(item => Train.For(item.Training))
        .From(item => Corpora.For(item.Language))
        .Into("metrics/density")
        .Runs(DensityMeasurement.Measure);

    Target<SparsitySpec, Table<SparsityRow>> Sparsity => _ => _
        .Description("Exact posterior of the intention, by length of the message")
        .ForEach(Languages.Select(language => new SparsitySpec(language, SparsityMessages)))
        .From(item => Corpora.For(item.Language))
        .Into("metrics/sparsity")
        .Runs(SparsityMeasurement.Measure);

    Target<UnderstandingSpec, Table<UnderstandingRow>> Understanding => _ => _
        .Description("Gap and KL of the next symbol, by length of the prompt")
        .ForEach(Trained.Select(run => new UnderstandingSpec(run.Training, run.Language, Prompts)))
        .From(item => Train.For(item.Training))
        .From(item => Corpora.For(item.Language))
        .Into("metrics/understanding")
        .Runs(LanguageUnderstanding.Measure);

    Target<InContextSpec, Table<InContextRow>> InContext => _ => _
        .Description("KL of in-context learning, by number of examples")
        .ForEach(Trained.Select(run => new InContextSpec(run.Training, run.Language, Trials, Examples)))
        .From(item => Train.For(item.Training))
        .From(item => Corpora.For(item.Language))
        .Into("metrics/in-context")
        .Runs(InContextLearning.Measure);

    Target<ProductBoundSpec, Table<ProductBoundRow>> ProductBound => _ => _
        .Description("Ambiguity of several messages against the product of theirs")
        .ForEach(Languages.Select(language => new ProductBoundSpec(language, Tuples, Examples)))
        .From(item => Corpora.For(item.Language))
        .Into("metrics/product-bound")
        .Runs(ProductBoundMeasurement.Measure);

    Target<SummarySpec, Table<Number>> DensityNumbers => _ => _
        .Description("Numbers of latent.density")
        .ForEach(new SummarySpec("latent.density"))
        .From(Density.All)
        .Into("metrics/density-numbers")
        .Runs(DensitySummary.Summarize);

    Target<SummarySpec, Table<Number>> SparsityNumbers => _ => _
        .Description("Numbers of latent.sparsity")
        .ForEach(new SummarySpec("latent.sparsity"))
        .From(Sparsity.All)
        .Into("metrics/sparsity-numbers")
        .Runs(SparsitySummary.Summarize);

    Target<SummarySpec, Table<Number>> UnderstandingNumbers => _ => _
        .Description("Numbers of latent.understanding")
        .ForEach(new SummarySpec("latent.understanding"))
        .From(Understanding.All)
        .Into("metrics/understanding-numbers")
        .Runs(UnderstandingSummary.Summarize);

    Target<SummarySpec, Table<Number>> InContextNumbers => _ => _
        .Description("Numbers of latent.icl")
        .ForEach(new SummarySpec("latent.icl"))
        .From(InContext.All)
        .Into("metrics/in-context-numbers")
        .Runs(InContextSummary.Summarize);

    Target<SummarySpec, Table<Number>> ProductBoundNumbers => _ => _
        .Description("Numbers of latent.product-bound")
        .ForEach(new SummarySpec("latent.product-bound"))
        .From(ProductBound.All)
        .Into("metrics/product-bound-numbers")
        .Runs(ProductBoundSummary.Summarize);
}
