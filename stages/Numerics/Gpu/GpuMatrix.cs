namespace Research.Numerics.Gpu;

/// <summary>A matrix inside a view: where it begins and how far its elements lie apart.</summary>
/// <param name="Memory">The buffer.</param>
/// <param name="Offset">First element.</param>
/// <param name="Outer">From one outer batch to the next (of C: sequences).</param>
/// <param name="Inner">From one inner batch to the next (heads).</param>
/// <param name="Line">From one row of op(A) or column of op(B) to the next; of C: from row to row.</param>
/// <param name="Step">From one element of such a line to the next, along k; unused for C, whose rows are contiguous.</param>
internal readonly record struct GpuMatrix(nint Memory, int Offset, int Outer, int Inner, int Line, int Step)
{
    /// <summary>The same with its columns as lines.</summary>
    public GpuMatrix Transposed() => this with { Line = Step, Step = Line };
}
