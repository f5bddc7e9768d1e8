namespace Research.Evaluation.ChainOfThought;

/// <summary>How the value of a target is estimated from a condition; the last two are exact, to compare with.</summary>
public enum Estimator
{
    /// <summary>The model names the value at once, without steps.</summary>
    Direct,

    /// <summary>The nodes on the way are given; the model gives their values itself, and all of them are summed over.</summary>
    Scaffolded,

    /// <summary>The model says what it likes until it names the target; its last distributions are averaged over many samples.</summary>
    Free,

    /// <summary>The nodes on the way are given with values at random: the average over all of them, equally likely.</summary>
    WrongSteps,

    /// <summary>As many statements on nodes elsewhere, true ones, are put in place of the way.</summary>
    IrrelevantSteps,

    /// <summary>Exact: the adjacent conditionals of the world, put together along the way as if nothing else mattered.</summary>
    AdjacentSteps,

    /// <summary>Exact: the distribution of the target when nothing is known.</summary>
    Marginal,
}
