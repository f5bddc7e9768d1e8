namespace Research.Numerics.Gpu.Cuda;

/// <summary>
/// Reads large memory, such as a checkpoint, through two pinned blocks: while one is copied out on the host, the GPU fills the other
/// at the bus's full speed.
/// </summary>
/// <param name="check">Throws if a state is not success; is told what was tried.</param>
internal sealed unsafe class CudaStaging(Action<int, string> check)
{
    /// <summary>Bytes of a block.</summary>
    public const int Size = 4 << 20;

    private readonly Block[] blocks = [new(check), new(check)];

    /// <summary>Copies to the host, after what was launched on the stream before; waits.</summary>
    public void Read(nint stream, nint source, Span<byte> destination)
    {
        var parts = (destination.Length + Size - 1) / Size;
        for (var part = 0; part <= parts; part++)
        {
            if (part < parts)
            {
                var block = blocks[part % 2];
                var length = Math.Min(Size, destination.Length - (part * Size));
                check(CudaApi.CopyToHost((void*)block.Memory, source + ((nint)part * Size), (nuint)length, stream), "read memory");
                check(CudaApi.EventRecord(block.Filled, stream), "read memory");
            }

            if (part > 0)
            {
                var block = blocks[(part - 1) % 2];
                var target = destination[((part - 1) * Size)..];
                check(CudaApi.EventSynchronize(block.Filled), "read memory");
                new Span<byte>((void*)block.Memory, Math.Min(Size, target.Length)).CopyTo(target);
            }
        }
    }

    /// <summary>Frees the blocks; the context is current.</summary>
    public void Free()
    {
        foreach (var block in blocks)
        {
            _ = CudaApi.EventDestroy(block.Filled);
            _ = CudaApi.HostFree(block.Memory);
        }
    }

    private readonly struct Block
    {
        public Block(Action<int, string> check)
        {
            check(CudaApi.HostAllocate(out Memory, Size, 0), "allocate pinned memory");
            check(CudaApi.EventCreate(out Filled, CudaApi.EventDisableTiming), "make an event");
        }

        public readonly nint Memory;

        public readonly nint Filled;
    }
}
