namespace Research.Skills.Learners;

/// <summary>One random graph whose texts came one after another.</summary>
/// <param name="Limit">D.</param>
/// <param name="Load">c.</param>
/// <param name="Skills">Number of skills.</param>
/// <param name="Graph">Number of the graph.</param>
/// <param name="Threshold">R* in theory; null where there is no jump.</param>
/// <param name="Emergence">
/// Texts for each skill when the unlearned share fell below the middle of the theory's jump; null where there is no jump.
/// </param>
/// <param name="Jump">The largest share of all skills that a single text brought.</param>
public sealed record EmergenceRow(
    int Limit, double Load, int Skills, int Graph, double? Threshold, double? Emergence, double Jump);
