namespace Research.Learning.Safetensors;

/// <summary>What the header of a safetensors file says about one tensor.</summary>
/// <param name="Name">Name, unique in the file.</param>
/// <param name="Type">Element type.</param>
/// <param name="Shape">Sizes, outermost first; empty for a scalar.</param>
/// <param name="Begin">First byte, counted from the end of the header.</param>
/// <param name="End">Byte after the last one.</param>
public sealed record TensorHeader(string Name, TensorType Type, IReadOnlyList<long> Shape, long Begin, long End)
{
    /// <summary>The shape as a person writes it: <c>[19, 128]</c>.</summary>
    internal string ShapeText => Text(Shape);

    internal static string Text(IEnumerable<long> shape) => $"[{string.Join(", ", shape)}]";

    internal static int SizeOf(TensorType type) => type == TensorType.F32 ? sizeof(float) : sizeof(long);
}
