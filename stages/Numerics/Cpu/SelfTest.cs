namespace Research.Numerics.Cpu;

/// <summary>What a device checks when it starts: that a matrix product has its known bits.</summary>
internal static unsafe class SelfTest
{
    private const int Rows = 64;
    private const int Columns = 64;
    private const int Depth = 513;

    /// <summary>FNV-1a of the product of the fill patterns 1 and 2, from the reference program.</summary>
    private const ulong ProductHash = 0x94E88E20BEF0005D;

    public static void Run(Kernels kernels)
    {
        using var memory = new Workspace();
        var a = memory.Reserve((Rows * Depth) + (Depth * Columns) + (Rows * Columns));
        var b = a + (Rows * Depth);
        var c = b + (Depth * Columns);
        Fill(new Span<float>(a, Rows * Depth), 1);
        Fill(new Span<float>(b, Depth * Columns), 2);
        kernels.MatMul(false, false, Rows, Columns, Depth, a, b, c, accumulate: false);
        if (Hash(new ReadOnlySpan<byte>(c, Rows * Columns * sizeof(float))) != ProductHash)
            throw new PlatformNotSupportedException("A matrix product on this processor does not have its known bits.");
    }

    private static void Fill(Span<float> values, uint seed)
    {
        for (var i = 0; i < values.Length; i++)
        {
            seed = (seed * 1664525u) + 1013904223u;
            values[i] = ((int)(seed >> 8) - 8388608) / 8388608f;
        }
    }

    private static ulong Hash(ReadOnlySpan<byte> bytes)
    {
        var hash = 0xCBF29CE484222325ul;
        foreach (var value in bytes)
            hash = (hash ^ value) * 0x100000001B3ul;
        return hash;
    }
}
