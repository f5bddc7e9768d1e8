using System.Runtime.InteropServices;

namespace Research.Conformance.Cases;

/// <summary>What a case has computed, as bit patterns: -0 is not +0.</summary>
/// <param name="Name">Of the tensor: <c>dx</c>.</param>
/// <param name="Bits">32-bit words: floats, integers, or doubles with the low word first.</param>
internal sealed record CaseOutput(string Name, uint[] Bits)
{
    private const uint NaN = 0x7FC00000;

    /// <summary>Floats. A NaN counts as one NaN, since its bits are the processor's own.</summary>
    public static CaseOutput Of(string name, float[] values) =>
        new(name, Array.ConvertAll(values, value => float.IsNaN(value) ? NaN : BitConverter.SingleToUInt32Bits(value)));

    /// <summary>Doubles.</summary>
    public static CaseOutput Of(string name, ReadOnlySpan<double> values) =>
        new(name, MemoryMarshal.Cast<double, uint>(values).ToArray());
}
