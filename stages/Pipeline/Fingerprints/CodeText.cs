using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Runtime.InteropServices;
using Research.Pipeline.Keys;

namespace Research.Pipeline.Fingerprints;

/// <summary>
/// Collects what defines one member and digests it. Every text carries its length, so that no two members write the same.
/// </summary>
internal sealed class CodeText : IDisposable
{
    private readonly MemoryStream _bytes = new();
    private readonly BinaryWriter _writer;

    public CodeText() => _writer = new BinaryWriter(_bytes);

    // As it is in memory: an encoding would make one of all halves of surrogate pairs.
    public CodeText Add(string text) => Add(MemoryMarshal.AsBytes(text.AsSpan()));

    public CodeText Add(long number)
    {
        _writer.Write(number);
        return this;
    }

    public CodeText Add(ReadOnlySpan<byte> bytes)
    {
        _writer.Write7BitEncodedInt(bytes.Length);
        _writer.Write(bytes);
        return this;
    }

    public CodeText Add(IReadOnlyCollection<string> texts)
    {
        _writer.Write7BitEncodedInt(texts.Count);
        foreach (var text in texts)
            Add(text);
        return this;
    }

    /// <summary>A method body: instructions with names for tokens, local variables, and exception regions.</summary>
    public void Add(MethodBodyBlock body, MetadataReader metadata, Func<EntityHandle, string> nameOf)
    {
        Add(body.LocalVariablesInitialized ? 1 : 0).Add(nameOf(body.LocalSignature));
        foreach (var region in body.ExceptionRegions)
        {
            Add((int)region.Kind).Add(region.TryOffset).Add(region.TryLength).Add(region.HandlerOffset).Add(region.HandlerLength);
            Add(region.FilterOffset).Add(nameOf(region.CatchType));
        }

        var il = body.GetILReader();
        while (il.RemainingBytes > 0)
        {
            var (code, operand) = IlOperand.Read(ref il);
            Add(code);
            switch (operand)
            {
                case OperandType.InlineString:
                    Add(metadata.GetUserString((UserStringHandle)MetadataTokens.Handle(il.ReadInt32())));
                    break;
                case OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineSig or OperandType.InlineTok
                    or OperandType.InlineType:
                    Add(nameOf(MetadataTokens.EntityHandle(il.ReadInt32())));
                    break;
                case OperandType.InlineSwitch:
                    var targets = il.ReadInt32();
                    Add(targets).Add(il.ReadBytes(4 * targets));
                    break;
                default:
                    Add(il.ReadBytes(IlOperand.Length(operand)));
                    break;
            }
        }
    }

    public Digest Digest() => Keys.Digest.Of(_bytes.GetBuffer().AsSpan(0, (int)_bytes.Length));

    public void Dispose() => _writer.Dispose();
}
