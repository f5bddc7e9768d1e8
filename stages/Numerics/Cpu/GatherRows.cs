namespace Research.Numerics.Cpu;

/// <summary>Copy of chosen rows; see <see cref="Reference.GatherRows"/>.</summary>
internal static unsafe class GatherRows
{
    private const int RowsPerItem = 64;

    public static void Run(WorkerPool pool, int rows, int width, int* indices, float* x, float* y) =>
        pool.Run(new Rows(rows, width, indices, x, y), (rows + RowsPerItem - 1) / RowsPerItem);

    private readonly struct Rows(int rows, int width, int* indices, float* x, float* y) : IWork
    {
        public void Run(int item, int worker)
        {
            var end = Math.Min((item + 1) * RowsPerItem, rows);
            for (var i = item * RowsPerItem; i < end; i++)
                new Span<float>(x + ((nint)indices[i] * width), width).CopyTo(
                    new Span<float>(y + ((nint)i * width), width));
        }
    }
}
