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

    /// <summary>Skills as nodes of a random graph, and how scaling laws bound the competence on them.</summary>
    public static Paper Arora2023 { get; } =
        new("Arora & Goyal", 2023, "A Theory for Emergence of Complex Skills in Language Models", "2307.15936");

    /// <summary>An evaluation that asks for random combinations of skills.</summary>
    public static Paper Yu2023 { get; } =
        new("Yu et al.", 2023, "Skill-Mix: A Flexible and Expandable Family of Evaluations for AI Models", "2310.17567");

    /// <summary>Learning as iterative decoding on a graph of skills and texts.</summary>
    public static Paper Liao2024 { get; } =
        new("Liao, Chang & Hong", 2024, "A Mathematical Theory for Learning Semantic Languages by Abstract Learners", "2404.07009");

    /// <summary>The same graphs read as erasure codes of finite length: compute-optimal size, emergence and plateaus.</summary>
    public static Paper Nayak2024 { get; } =
        new("Nayak & Varshney", 2024, "An Information Theory of Compute-Optimal Size Scaling, Emergence, and Plateaus in Language Models", "2410.01243");

    /// <summary>Emergence as a property of the metric.</summary>
    public static Paper Schaeffer2023 { get; } =
        new("Schaeffer, Miranda & Koyejo", 2023, "Are Emergent Abilities of Large Language Models a Mirage?", "2304.15004");

    /// <summary>Abilities by pre-training loss instead of size.</summary>
    public static Paper Du2024 { get; } =
        new("Du et al.", 2024, "Understanding Emergent Abilities of Language Models from the Loss Perspective", "2403.15796");

    /// <summary>How predictability is lost between log-likelihood and accuracy.</summary>
    public static Paper Schaeffer2024 { get; } =
        new("Schaeffer et al.", 2024, "Why Has Predicting Downstream Capabilities of Frontier AI Models with Scale Remained Elusive?", "2406.04391");
}
