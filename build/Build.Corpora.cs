using Research.Languages.DoublyEmbedded;
using Research.Pipeline.Dsl;
using Research.Pipeline.Parameters;

sealed partial class Build
{
    [Parameter("Readings of Jiang's language: how the first letter of a message is drawn")]
    readonly Reading[] Readings = [];

    [Parameter("Noise levels e of the languages", Minimum = 0)]
    readonly double[] Noises = [];

    [Parameter("Intentions of a language", Minimum = 1)]
    readonly int Intentions;

    [Parameter("Letters that an intention owns", Minimum = 1)]
    readonly int LettersPerIntention;

    [Parameter("Letter transitions in a message; it has one letter more", Minimum = 1)]
    readonly int Transitions;

    [Parameter("Messages in each corpus", Minimum = 20)]
    readonly int Messages;

    /// <summary>Every reading at every noise level; without noise the two are one language.</summary>
    IEnumerable<LanguageSpec> Languages =>
        from reading in Readings
        from noise in Noises
        where noise > 0 || reading == Reading.Released
        select new LanguageSpec(reading, noise, Intentions, LettersPerIntention, Transitions, Messages).Validate();

    Target<LanguageSpec, Corpus> Corpora => _ => _
        .Description("Generate the synthetic languages")
        .ForEach(Languages.Union(ScaleLanguages).Union(ScaleCorpora.Select(run => run.Corpus)))
        .Runs(CorpusGenerator.Generate);
}
