using System.Runtime.CompilerServices;
using Research.Numerics.Cpu.Simd;
using Research.Numerics.Cpu.Tiles;

namespace Research.Numerics.Cpu;

/// <summary>
/// Causal self-attention along paths; see <see cref="Reference.PathAttention"/>. Each head of a path is two small matrix
/// products, as in <see cref="Attention{TSimd, TVector}"/>, after its rows have been brought together.
/// </summary>
internal static unsafe class PathAttention<TSimd, TVector>
    where TSimd : ISimd<TVector>
    where TVector : unmanaged
{
    private static int BlockRows => TileGrid<TSimd, TVector>.TileRows;

    public static void Run(
        WorkerPool pool, Workspaces workspaces, int paths, int longest, int heads, int headSize, int* offsets,
        int* queries, int* rows, float* qkv, float* y)
    {
        var padded = Softmax<TSimd, TVector>.PaddedLength(longest);
        var gathered = ((long)longest * headSize) + NativeFloatBuffer.Padding;
        var share = Panels<TSimd, TVector>.Length(longest, headSize) +
            Panels<TSimd, TVector>.Length(headSize, longest) + (BlockRows * padded) + gathered;
        pool.Run(
            new PathHead(
                heads, headSize, longest, padded, offsets, queries, rows, qkv, y,
                workspaces.Scratch.Reserve(pool.Threads * share), share),
            paths * heads);
    }

    private readonly struct PathHead(
        int heads, int headSize, int longest, int padded, int* offsets, int* queries, int* rows, float* qkv, float* y,
        float* scratch, long share) : IWork
    {
        private int Width => heads * headSize;

        public void Run(int item, int worker)
        {
            var (g, head) = (item / heads, item % heads);
            var path = rows + offsets[g];
            var length = offsets[g + 1] - offsets[g];
            var count = queries[g + 1] - queries[g];
            if (count == 0)
                return;
            var asks = path + length - count;
            var inARow = InARow(path, length);
            var q = qkv + (head * headSize);
            var memory = scratch + (worker * share);
            var keys = new Panels<TSimd, TVector>(length, headSize, memory);
            memory += Panels<TSimd, TVector>.Length(longest, headSize);
            var values = new Panels<TSimd, TVector>(headSize, length, memory);
            memory += Panels<TSimd, TVector>.Length(headSize, longest);
            var p = memory;
            memory += BlockRows * padded;
            Pack(keys, transposed: true, path, length, inARow, q + Width, memory);
            Pack(values, transposed: false, path, length, inARow, q + (2 * Width), memory);
            var output = y + ((nint)queries[g] * Width) + (head * headSize);
            for (var first = 0; first < count; first += BlockRows)
            {
                var block = Math.Min(BlockRows, count - first);
                var end = length - count + first + block;
                if (!inARow)
                    Gather(asks + first, block, q, memory);
                keys.Multiply(
                    block, 0, keys.PanelsCovering(end), 0, headSize, inARow ? Row(q, asks[first]) : memory,
                    inARow ? 3 * Width : headSize, 1, p, padded, accumulate: false, wholePanels: true);
                Probabilities(block, end, p);
                values.Multiply(
                    block, 0, values.Count, 0, end, p, padded, 1, output + ((nint)first * Width), Width,
                    accumulate: false);
            }
        }

        /// <summary>Turns rows of scores, the last over <paramref name="end"/> keys, into probabilities.</summary>
        [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
        private void Probabilities(int block, int end, float* p)
        {
            var maxima = stackalloc float[BlockRows];
            var sums = stackalloc float[BlockRows];
            var whole = Softmax<TSimd, TVector>.PaddedLength(end);
            Softmax<TSimd, TVector>.Exponentials(
                block, end - block + 1, 1, whole, Reference.Attention.Scale(headSize), p, padded, p, padded, maxima,
                sums);
            for (var r = 0; r < block; r++, p += padded)
            {
                var inverse = TSimd.Broadcast(1f / sums[r]);
                for (var i = 0; i < whole; i += TSimd.Width)
                    TSimd.Store(p + i, TSimd.Multiply(TSimd.Load(p + i), inverse));
            }
        }

        private void Pack(
            Panels<TSimd, TVector> panels, bool transposed, int* path, int length, bool inARow, float* source,
            float* gathered)
        {
            if (inARow)
            {
                panels.Pack(transposed, Row(source, path[0]), 3 * Width);
                return;
            }

            Gather(path, length, source, gathered);
            panels.Pack(transposed, gathered, headSize);
        }

        private void Gather(int* path, int length, float* source, float* gathered)
        {
            for (var j = 0; j < length; j++, gathered += headSize)
                new Span<float>(Row(source, path[j]), headSize).CopyTo(new Span<float>(gathered, headSize));
        }

        private float* Row(float* source, int row) => source + ((nint)row * 3 * Width);

        private static bool InARow(int* path, int length)
        {
            for (var j = 1; j < length; j++)
            {
                if (path[j] != path[0] + j)
                    return false;
            }

            return true;
        }
    }
}
