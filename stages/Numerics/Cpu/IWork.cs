namespace Research.Numerics.Cpu;

/// <summary>
/// A kernel cut into independent items. Items write disjoint outputs, so neither their order nor who runs them can
/// change a bit.
/// </summary>
internal interface IWork
{
    /// <summary>
    /// Runs one item; <paramref name="worker"/> (0 is the caller) chooses the private scratch memory.
    /// </summary>
    void Run(int item, int worker);
}
