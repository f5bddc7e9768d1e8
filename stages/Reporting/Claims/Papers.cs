namespace Research.Reporting.Claims;

/// <summary>The papers whose claims are tested.</summary>
public static class Papers
{
    /// <summary>
    /// The latent space theory. Sections and propositions are numbered as in the version reviewed for ICLR 2024.
    /// </summary>
    public static Paper Jiang2023 { get; } =
        new("Jiang", 2023, "A Latent Space Theory for Emergent Abilities in Large Language Models", "2304.09960");

    /// <summary>In-context learning as inference in a mixture of hidden Markov models, with the data set GINC.</summary>
    public static Paper Xie2022 { get; } =
        new("Xie et al.", 2022, "An Explanation of In-context Learning as Implicit Bayesian Inference", "2111.02080");
}
