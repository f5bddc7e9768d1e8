namespace Research.Numerics.Cpu.Tiles;

/// <summary>
/// Work that a tile does beside its multiplications, a piece with each k: it fills what the adders leave idle of the processor.
/// </summary>
internal interface IBeside
{
    /// <summary>Whether there is none; the tile then asks memory for what the next one needs instead.</summary>
    static abstract bool IsNothing { get; }

    void Step();
}

/// <summary>No such work.</summary>
internal readonly struct Nothing : IBeside
{
    public static bool IsNothing => true;

    public void Step()
    {
    }
}
