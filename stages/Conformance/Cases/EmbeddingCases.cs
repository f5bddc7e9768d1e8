namespace Research.Conformance.Cases;

/// <summary>Embeddings, their gradients, and chosen rows.</summary>
internal static class EmbeddingCases
{
    private static readonly (int Rows, int Time, int Width, int Vocabulary)[] Shapes =
        [(1, 1, 1, 1), (10, 4, 3, 2), (521, 1, 16, 19), (600, 2, 33, 5), (300, 64, 95, 19), (45, 7, 20, 300), (768, 256, 31, 19)];

    /// <summary>The cases.</summary>
    public static IEnumerable<ConformanceCase> All => [.. Shapes.Select(Forward), .. Shapes.Select(Backward), .. Shapes.Select(Gather)];

    private static string Name((int Rows, int Time, int Width, int Vocabulary) shape) =>
        $"{shape.Rows} rows, {shape.Time} positions, width {shape.Width}, vocabulary {shape.Vocabulary}";

    private static ConformanceCase Forward((int Rows, int Time, int Width, int Vocabulary) shape) => new("EmbeddingForward", Name(shape), memory =>
    {
        var (rows, time, width, vocabulary) = shape;
        var numbers = new CaseNumbers($"embedding {shape}");
        var tokens = memory.Input(numbers.Integers(rows, 0, vocabulary));
        var (table, positions) = (memory.Input(numbers.Floats(vocabulary * width, Numbers.Zeros)), memory.Input(numbers.Floats((time + 2) * width)));
        var x = memory.Output(rows * width);
        memory.Device.EmbeddingForward(rows, time, width, tokens, table, positions, x);
        return [CaseMemory.Read("x", x)];
    });

    private static ConformanceCase Backward((int Rows, int Time, int Width, int Vocabulary) shape) => new("EmbeddingBackward", Name(shape), memory =>
    {
        var (rows, time, width, vocabulary) = shape;
        var numbers = new CaseNumbers($"embedding gradient {shape}");
        var (tokens, dx) = (memory.Input(numbers.Integers(rows, 0, vocabulary)), memory.Input(numbers.Floats(rows * width, Numbers.Zeros)));
        var (table, positions) = (memory.Input(numbers.Floats(vocabulary * width)), memory.Output((time + 2) * width));
        memory.Device.EmbeddingBackward(rows, time, width, tokens, dx, table, positions);
        return [CaseMemory.Read("token gradient", table), CaseMemory.Read("position gradient", positions)];
    });

    private static ConformanceCase Gather((int Rows, int Time, int Width, int Vocabulary) shape) => new("GatherRows", Name(shape), memory =>
    {
        var (rows, _, width, vocabulary) = shape;
        var numbers = new CaseNumbers($"gather {shape}");
        var (indices, x) = (memory.Input(numbers.Integers(rows, 0, vocabulary)), memory.Input(numbers.Floats(vocabulary * width, Numbers.Wide)));
        var y = memory.Output(rows * width);
        memory.Device.GatherRows(rows, width, indices, x, y);
        return [CaseMemory.Read("y", y)];
    });
}
