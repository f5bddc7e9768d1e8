namespace Research.Reporting.Claims;

/// <summary>The papers whose claims are tested.</summary>
public static class Papers
{
    /// <summary>
    /// The latent space theory. Sections and propositions are numbered as in the version reviewed for ICLR 2024.
    /// </summary>
    public static Paper Jiang2023 { get; } =
        new("Jiang", 2023, "A Latent Space Theory for Emergent Abilities in Large Language Models", "2304.09960");
}
