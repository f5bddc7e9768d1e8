namespace Research.Numerics.Cpu.Tiles;

/// <summary>A size of a tile, known to the compiler.</summary>
internal interface ITileSize
{
    static abstract int Count { get; }
}

internal readonly struct One : ITileSize
{
    public static int Count => 1;
}

internal readonly struct Two : ITileSize
{
    public static int Count => 2;
}

internal readonly struct Four : ITileSize
{
    public static int Count => 4;
}

internal readonly struct Six : ITileSize
{
    public static int Count => 6;
}

internal readonly struct Eight : ITileSize
{
    public static int Count => 8;
}

internal readonly struct Twelve : ITileSize
{
    public static int Count => 12;
}
