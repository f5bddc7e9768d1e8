namespace Research.Conformance.Cases;

/// <summary>Attention in all its forms, with head sizes and lengths around vectors, lanes and chunks.</summary>
internal static class AttentionCases
{
    private static readonly (int Batch, int Time, int Heads, int HeadSize)[] Shapes =
    [
        (1, 1, 1, 1), (2, 1, 2, 16), (1, 2, 3, 3), (2, 5, 2, 7), (1, 12, 1, 24), (2, 13, 2, 16), (1, 31, 1, 33), (3, 32, 2, 17), (1, 33, 1, 32), (1, 64, 2, 48),
        (1, 97, 1, 20), (1, 128, 2, 32), (1, 9, 1, 257), (1, 257, 1, 8), (1, 300, 1, 5),
    ];

    /// <summary>The cases.</summary>
    public static IEnumerable<ConformanceCase> All => [.. Each(Forward), .. Each(Backward), .. Each(Paths)];

    private static IEnumerable<ConformanceCase> Each(Func<int, int, int, int, Numbers, ConformanceCase> make) =>
        from shape in Shapes
        from kind in new[] { Numbers.Uniform, Numbers.Zeros, Numbers.Underflow, Numbers.Denormal, Numbers.Wide }
        where kind == Numbers.Uniform || shape.Time < 64
        select make(shape.Batch, shape.Time, shape.Heads, shape.HeadSize, kind);

    private static string Name(int batch, int time, int heads, int headSize, Numbers kind) => $"{batch} x {time}, {heads} heads of {headSize}, {kind}";

    private static ConformanceCase Forward(int batch, int time, int heads, int headSize, Numbers kind) =>
        new("AttentionForward", Name(batch, time, heads, headSize, kind), memory =>
        {
            var length = batch * time * heads * headSize;
            var qkv = memory.Input(new CaseNumbers($"attention {batch} {time} {heads} {headSize} {kind}").Floats(3 * length, kind));
            var (probabilities, y) = (memory.Output(batch * heads * time * time), memory.Output(length));
            memory.Device.AttentionForward(batch, time, heads, headSize, qkv, probabilities, y);
            return [CaseMemory.Read("probabilities", probabilities), CaseMemory.Read("y", y)];
        });

    private static ConformanceCase Backward(int batch, int time, int heads, int headSize, Numbers kind) =>
        new("AttentionBackward", Name(batch, time, heads, headSize, kind), memory =>
        {
            var length = batch * time * heads * headSize;
            var numbers = new CaseNumbers($"attention gradient {batch} {time} {heads} {headSize} {kind}");
            var (qkv, dy) = (memory.Input(numbers.Floats(3 * length, kind)), memory.Input(numbers.Floats(length, kind)));
            // Probabilities of any values will do, as long as masked entries are +0.
            var probabilities = numbers.Floats(batch * heads * time * time);
            for (var entry = 0; entry < probabilities.Length; entry++)
                if (entry % time > entry / time % time) probabilities[entry] = 0f;
            var dqkv = memory.Output(3 * length);
            memory.Device.AttentionBackward(batch, time, heads, headSize, dy, qkv, memory.Input(probabilities), dqkv);
            return [CaseMemory.Read("dqkv", dqkv)];
        });

    // One path for each sequence of a batch, plus one that begins like the last and asks at its second half only.
    private static ConformanceCase Paths(int batch, int time, int heads, int headSize, Numbers kind) =>
        new("PathAttention", Name(batch, time, heads, headSize, kind), memory =>
        {
            var length = batch * time * heads * headSize;
            var qkv = memory.Input(new CaseNumbers($"path attention {batch} {time} {heads} {headSize} {kind}").Floats(3 * length, kind));
            int[] offsets = [.. Enumerable.Range(0, batch + 2).Select(path => path * time)];
            int[] queries = [.. Enumerable.Range(0, batch + 1).Select(path => path * time), (batch * time) + ((time + 1) / 2)];
            int[] rows = [.. Enumerable.Range(0, batch * time), .. Enumerable.Range((batch - 1) * time, time)];
            var y = memory.Output(queries[^1] * heads * headSize);
            memory.Device.PathAttention(
                batch + 1, time, heads, headSize, memory.Input(offsets), memory.Input(queries), memory.Input(rows), qkv, y);
            return [CaseMemory.Read("y", y)];
        });
}
