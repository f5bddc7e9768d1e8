namespace Research.Conformance.Cases;

/// <summary>GELU and its gradient, and with them the exponential of vectors: also over bit patterns of every magnitude.</summary>
internal static class GeluCases
{
    private static readonly int[] Lengths = [1, 2, 15, 16, 17, 31, 33, 255, 4095, 4096, 4097, 10_007];

    /// <summary>The cases.</summary>
    public static IEnumerable<ConformanceCase> All =>
    [
        .. from arguments in Arguments select Forward(arguments.Name, arguments.Of),
        .. from arguments in Arguments select Backward(arguments.Name, arguments.Of),
    ];

    private static IEnumerable<(string Name, Func<float[]> Of)> Arguments =>
    [
        .. from length in Lengths
           from kind in Enum.GetValues<Numbers>()
           select ($"{length} elements, {kind}", new Func<float[]>(() => Scaled(length, kind))),
        ("65536 bit patterns", () => Array.ConvertAll(PublishedNumbers.AnyBits(65536, 5), value => MathF.Abs(value) < 1e10f ? value : 1f / value)),
    ];

    private static ConformanceCase Forward(string name, Func<float[]> arguments) => new("GeluForward", name, memory =>
    {
        var x = arguments();
        var y = memory.Output(x.Length);
        memory.Device.GeluForward(memory.Input(x), y);
        return [CaseMemory.Read("y", y)];
    });

    private static ConformanceCase Backward(string name, Func<float[]> arguments) => new("GeluBackward", name, memory =>
    {
        var x = arguments();
        var dy = new CaseNumbers($"gelu gradient {name}").Floats(x.Length);
        var (apart, inPlace) = (memory.Output(x.Length), memory.Input(dy));
        memory.Device.GeluBackward(memory.Input(x), memory.Input(dy), apart);
        memory.Device.GeluBackward(memory.Input(x), inPlace, inPlace);
        return [CaseMemory.Read("dx", apart), CaseMemory.Read("dx in place of dy", inPlace)];
    });

    // Activations reach into the tails of the function; gradients are promised for arguments whose cube is finite.
    private static float[] Scaled(int length, Numbers kind) =>
        Array.ConvertAll(new CaseNumbers($"gelu {length} {kind}").Floats(length, kind), value => kind switch
        {
            Numbers.Uniform => 8f * value,
            Numbers.Large => value * 1e-9f,
            _ => value,
        });
}
