using Research.Evaluation.Density;
using Research.Evaluation.InContext;
using Research.Evaluation.ProductBound;
using Research.Evaluation.Sparsity;
using Research.Evaluation.Summaries;
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

    [Parameter("Most examples in a prompt", Minimum = 2)]
    readonly int Examples;

    [Parameter("Tuples of messages for the product bound", Minimum = 2)]
    readonly int Tuples;

    Target<DensitySpec, Table<DensityRow>> Density => _ => _
        .Description("Cross-entropy over training against the exact optimum")
        .ForEach(Trainings.Select(training => new DensitySpec(training, Windows)))
        .From(item => Train.For(item.Training))
        .From(item => CorpusOf(item.Training))
        .Runs(DensityMeasurement.Measure);

    Target<SparsitySpec, Table<SparsityRow>> Sparsity => _ => _
        .Description("Exact posterior of the intention, by length of the message")
        .ForEach(Languages.Select(language => new SparsitySpec(language, SparsityMessages)))
        .From(item => Corpora.For(item.Language))
        .Runs(SparsityMeasurement.Measure);

    Target<UnderstandingSpec, Table<UnderstandingRow>> Understanding => _ => _
        .Description("Gap and KL of the next symbol, by length of the prompt")
        .ForEach(Trainings.Select(training => new UnderstandingSpec(training, Prompts)))
        .From(item => Train.For(item.Training))
        .From(item => CorpusOf(item.Training))
        .Runs(LanguageUnderstanding.Measure);

    Target<InContextSpec, Table<InContextRow>> InContext => _ => _
        .Description("KL of in-context learning, by number of examples")
        .ForEach(Trainings.Select(training => new InContextSpec(training, Trials, Examples)))
        .From(item => Train.For(item.Training))
        .From(item => CorpusOf(item.Training))
        .Runs(InContextLearning.Measure);

    Target<ProductBoundSpec, Table<ProductBoundRow>> ProductBound => _ => _
        .Description("Ambiguity of several messages against the product of theirs")
        .ForEach(Languages.Select(language => new ProductBoundSpec(language, Tuples, Examples)))
        .From(item => Corpora.For(item.Language))
        .Runs(ProductBoundMeasurement.Measure);

    Target<SummarySpec, Summary> DensityNumbers => _ => _
        .Description("Numbers and curves of latent.density")
        .ForEach(new SummarySpec("latent.density"))
        .From(Density.All)
        .Runs(DensitySummary.Summarize);

    Target<SummarySpec, Summary> SparsityNumbers => _ => _
        .Description("Numbers and curves of latent.sparsity")
        .ForEach(new SummarySpec("latent.sparsity"))
        .From(Sparsity.All)
        .Runs(SparsitySummary.Summarize);

    Target<SummarySpec, Summary> UnderstandingNumbers => _ => _
        .Description("Numbers and curves of latent.understanding")
        .ForEach(new SummarySpec("latent.understanding"))
        .From(Understanding.All)
        .Runs(UnderstandingSummary.Summarize);

    Target<SummarySpec, Summary> InContextNumbers => _ => _
        .Description("Numbers and curves of latent.icl")
        .ForEach(new SummarySpec("latent.icl"))
        .From(InContext.All)
        .Runs(InContextSummary.Summarize);

    Target<SummarySpec, Summary> ProductBoundNumbers => _ => _
        .Description("Numbers and curves of latent.product-bound")
        .ForEach(new SummarySpec("latent.product-bound"))
        .From(ProductBound.All)
        .Runs(ProductBoundSummary.Summarize);
}
