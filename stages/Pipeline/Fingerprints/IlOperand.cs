using System.Reflection.Emit;
using System.Reflection.Metadata;

namespace Research.Pipeline.Fingerprints;

/// <summary>How the operand of each IL instruction is laid out.</summary>
internal static class IlOperand
{
    private static readonly OperandType?[] OneByte = new OperandType?[256];
    private static readonly OperandType?[] TwoBytes = new OperandType?[256];

    static IlOperand()
    {
        foreach (var field in typeof(OpCodes).GetFields())
        {
            if (field.GetValue(null) is OpCode code)
                (code.Size == 1 ? OneByte : TwoBytes)[code.Value & 0xff] = code.OperandType;
        }
    }

    /// <summary>Reads one operation code and tells its operand's layout.</summary>
    /// <exception cref="BadImageFormatException">There is no such instruction.</exception>
    public static (int Code, OperandType Operand) Read(ref BlobReader il)
    {
        const int Prefix = 0xfe;
        int code = il.ReadByte();
        var layout = code == Prefix ? TwoBytes[code = il.ReadByte()] : OneByte[code];
        return (code, layout ?? throw new BadImageFormatException($"unknown IL instruction {code:x2}"));
    }

    /// <summary>Number of operand bytes that are no token; a switch counts its targets first.</summary>
    public static int Length(OperandType operand) => operand switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        _ => 4,
    };
}
