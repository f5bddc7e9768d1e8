using Research.Numerics.Devices;

namespace Research.Conformance.Cases;

/// <summary>
/// Kernels of networks that see images: squares, pooling, biases, the logistic function, squared errors. Shapes lie around
/// vectors, chunks of 256 rows and the edges of an image, on which a square hangs over or which no square fills.
/// </summary>
internal static class ImageCases
{
    private static readonly (ImageBatch Shape, int Kernel, int Padding)[] Squares =
    [
        (new(1, 1, 1, 1), 1, 0), (new(2, 5, 5, 1), 5, 0), (new(3, 6, 4, 2), 3, 1), (new(1, 3, 7, 5), 3, 3), (new(2, 2, 2, 3), 5, 2),
        (new(7, 12, 11, 4), 5, 2), (new(2, 9, 9, 17), 2, 0), (new(5, 16, 16, 1), 5, 0),
    ];

    private static readonly (ImageBatch Shape, int Size)[] Pools =
        [(new(1, 1, 1, 1), 1), (new(2, 4, 6, 3), 2), (new(3, 5, 7, 16), 2), (new(2, 9, 10, 5), 3), (new(1, 3, 3, 1), 4), (new(9, 12, 12, 6), 2)];

    private static readonly (int Rows, int Width)[] Rows =
        [(1, 1), (2, 3), (5, 31), (255, 2), (256, 33), (257, 19), (513, 8), (33, 95), (2, 257), (1, 1000)];

    private static readonly int[] Lengths = [1, 2, 15, 16, 17, 255, 8191, 8192, 10_007];

    /// <summary>The cases.</summary>
    public static IEnumerable<ConformanceCase> All =>
    [
        .. Each(Squares, UnfoldForward), .. Each(Squares, UnfoldBackward), .. Each(Pools, MaxPoolForward), .. Each(Pools, MaxPoolBackward),
        .. Each(Rows, BiasForward), .. Each(Rows, BiasBackward), .. Each(Lengths, SigmoidForward), .. Each(Lengths, SigmoidBackward),
        .. Each(Rows, SquaredError),
    ];

    private static IEnumerable<ConformanceCase> Each<T>(T[] shapes, Func<T, Numbers, ConformanceCase> make) =>
        from shape in shapes
        from kind in Enum.GetValues<Numbers>()
        select make(shape, kind);

    private static string Name((ImageBatch Shape, int Kernel, int Padding) squares, Numbers kind) =>
        $"{Name(squares.Shape)}, {squares.Kernel} x {squares.Kernel}, padding {squares.Padding}, {kind}";

    private static string Name(ImageBatch shape) => $"{shape.Images} images, {shape.Height} x {shape.Width} x {shape.Channels}";

    private static ImageBatch Places((ImageBatch Shape, int Kernel, int Padding) squares) =>
        squares.Shape.Convolved(squares.Shape.Channels * squares.Kernel * squares.Kernel, squares.Kernel, squares.Padding);

    private static ConformanceCase UnfoldForward((ImageBatch Shape, int Kernel, int Padding) squares, Numbers kind) => new("UnfoldForward", Name(squares, kind), memory =>
    {
        var x = memory.Input(new CaseNumbers($"unfold {Name(squares, kind)}").Floats((int)squares.Shape.Length, kind));
        var patches = memory.Output((int)Places(squares).Length);
        memory.Device.UnfoldForward(squares.Shape, squares.Kernel, squares.Padding, x, patches);
        return [CaseMemory.Read("patches", patches)];
    });

    private static ConformanceCase UnfoldBackward((ImageBatch Shape, int Kernel, int Padding) squares, Numbers kind) => new("UnfoldBackward", Name(squares, kind), memory =>
    {
        var dpatches = memory.Input(new CaseNumbers($"unfold gradient {Name(squares, kind)}").Floats((int)Places(squares).Length, kind));
        var dx = memory.Output((int)squares.Shape.Length);
        memory.Device.UnfoldBackward(squares.Shape, squares.Kernel, squares.Padding, dpatches, dx);
        return [CaseMemory.Read("dx", dx)];
    });

    private static ConformanceCase MaxPoolForward((ImageBatch Shape, int Size) pool, Numbers kind) => new("MaxPoolForward", $"{Name(pool.Shape)}, {pool.Size} x {pool.Size}, {kind}", memory =>
    {
        var x = memory.Input(new CaseNumbers($"pool {pool} {kind}").Floats((int)pool.Shape.Length, kind));
        var y = memory.Output((int)pool.Shape.Pooled(pool.Size).Length);
        memory.Device.MaxPoolForward(pool.Shape, pool.Size, x, y);
        return [CaseMemory.Read("y", y)];
    });

    private static ConformanceCase MaxPoolBackward((ImageBatch Shape, int Size) pool, Numbers kind) => new("MaxPoolBackward", $"{Name(pool.Shape)}, {pool.Size} x {pool.Size}, {kind}", memory =>
    {
        var numbers = new CaseNumbers($"pool gradient {pool} {kind}");
        // Few different numbers, so that many squares have several largest ones.
        var x = memory.Input(Array.ConvertAll(numbers.Integers((int)pool.Shape.Length, -2, 2), value => (float)value));
        var dy = memory.Input(numbers.Floats((int)pool.Shape.Pooled(pool.Size).Length, kind));
        var dx = memory.Output((int)pool.Shape.Length);
        memory.Device.MaxPoolBackward(pool.Shape, pool.Size, x, dy, dx);
        return [CaseMemory.Read("dx", dx)];
    });

    private static ConformanceCase BiasForward((int Rows, int Width) shape, Numbers kind) => new("BiasForward", $"{shape.Rows} x {shape.Width}, {kind}", memory =>
    {
        var numbers = new CaseNumbers($"bias {shape} {kind}");
        var (x, bias) = (numbers.Floats(shape.Rows * shape.Width, kind), memory.Input(numbers.Floats(shape.Width, kind)));
        var (apart, inPlace) = (memory.Output(x.Length), memory.Input(x));
        memory.Device.BiasForward(shape.Rows, shape.Width, memory.Input(x), bias, apart);
        memory.Device.BiasForward(shape.Rows, shape.Width, inPlace, bias, inPlace);
        return [CaseMemory.Read("y", apart), CaseMemory.Read("y in place of x", inPlace)];
    });

    private static ConformanceCase BiasBackward((int Rows, int Width) shape, Numbers kind) => new("BiasBackward", $"{shape.Rows} x {shape.Width}, {kind}", memory =>
    {
        var dy = memory.Input(new CaseNumbers($"bias gradient {shape} {kind}").Floats(shape.Rows * shape.Width, kind));
        var dbias = memory.Output(shape.Width);
        memory.Device.BiasBackward(shape.Rows, shape.Width, dy, dbias);
        return [CaseMemory.Read("dbias", dbias)];
    });

    private static ConformanceCase SigmoidForward(int length, Numbers kind) => new("SigmoidForward", $"{length} elements, {kind}", memory =>
    {
        var x = Array.ConvertAll(new CaseNumbers($"sigmoid {length} {kind}").Floats(length, kind), value => kind == Numbers.Uniform ? 20f * value : value);
        var (apart, inPlace) = (memory.Output(length), memory.Input(x));
        memory.Device.SigmoidForward(memory.Input(x), apart);
        memory.Device.SigmoidForward(inPlace, inPlace);
        return [CaseMemory.Read("y", apart), CaseMemory.Read("y in place of x", inPlace)];
    });

    private static ConformanceCase SigmoidBackward(int length, Numbers kind) => new("SigmoidBackward", $"{length} elements, {kind}", memory =>
    {
        var numbers = new CaseNumbers($"sigmoid gradient {length} {kind}");
        var (y, dy) = (memory.Input(Array.ConvertAll(numbers.Floats(length), value => 0.5f * (1f + value))), numbers.Floats(length, kind));
        var (apart, inPlace) = (memory.Output(length), memory.Input(dy));
        memory.Device.SigmoidBackward(y, memory.Input(dy), apart);
        memory.Device.SigmoidBackward(y, inPlace, inPlace);
        return [CaseMemory.Read("dx", apart), CaseMemory.Read("dx in place of dy", inPlace)];
    });

    // Squares of the largest numbers are kept finite.
    private static ConformanceCase SquaredError((int Rows, int Width) shape, Numbers kind) => new("SquaredError", $"{shape.Rows} x {shape.Width}, {kind}", memory =>
    {
        var numbers = new CaseNumbers($"squared error {shape} {kind}");
        var (y, target) = (Scaled(numbers.Floats(shape.Rows * shape.Width, kind)), memory.Input(Scaled(numbers.Floats(shape.Rows * shape.Width, kind))));
        var (losses, apart, inPlace) = (memory.Output(shape.Rows), memory.Output(y.Length), memory.Input(y));
        memory.Device.SquaredError(shape.Rows, shape.Width, memory.Input(y), target, 0.37f, losses, apart);
        var first = CaseMemory.Read("losses", losses);
        memory.Device.SquaredError(shape.Rows, shape.Width, inPlace, target, 0.37f, losses, inPlace);
        return [first, CaseMemory.Read("dy", apart), CaseMemory.Read("losses, dy in place of y", losses), CaseMemory.Read("dy in place of y", inPlace)];

        float[] Scaled(float[] values) => kind == Numbers.Large ? Array.ConvertAll(values, value => 0.1f * value) : values;
    });
}
