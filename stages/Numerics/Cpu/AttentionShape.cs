namespace Research.Numerics.Cpu;

/// <summary>Where the parts of one head lie.</summary>
internal readonly unsafe struct AttentionShape(int time, int heads, int headSize)
{
    public int Time { get; } = time;

    public int HeadSize { get; } = headSize;

    /// <summary>Floats per position of y.</summary>
    public int Width => heads * HeadSize;

    /// <summary>Floats per position of qkv.</summary>
    public int Stride => 3 * heads * HeadSize;

    /// <summary>
    /// The query of a head at position 0; the key follows after <see cref="Width"/> floats, then the value.
    /// </summary>
    public float* Query(float* qkv, int item) =>
        qkv + ((nint)(item / heads) * Time * Stride) + (item % heads * HeadSize);

    /// <summary>Asks for the query, key and value of a head at all positions: short rows far apart.</summary>
    public void PrefetchQkv(float* query)
    {
        Prefetch.Rows(query + (2 * Width), Time, Stride, HeadSize);
        Prefetch.Rows(query + Width, Time, Stride, HeadSize);
        Prefetch.Rows(query, Time, Stride, HeadSize);
    }

    /// <summary>The output of a head at position 0.</summary>
    public float* Output(float* y, int item) =>
        y + ((nint)(item / heads) * Time * Width) + (item % heads * HeadSize);

    /// <summary>The [time, time] probabilities of a head.</summary>
    public float* Probabilities(float* probabilities, int item) => probabilities + ((nint)item * Time * Time);
}
