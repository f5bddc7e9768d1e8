using System.Text;
using Research.Jobs;
using Research.Numerics;
using Research.Skills.Peeling;

namespace Research.Skills.Compression;

/// <summary>
/// Semantic compression (reference B14; the paper's idea is to send skill indices, the code is ours): a text all of whose
/// skills are known travels as flag 1 and its set of skills, any other as flag 0 and its letters. The receiver writes a text
/// with the same skills: what comes out means the same, in other words.
/// </summary>
/// <param name="language">The language of the texts.</param>
/// <param name="learned">Skills that sender and receiver have learned.</param>
/// <param name="load">c: mean skills of a text.</param>
/// <param name="letters">Bytes of a raw text; longer ones take several times as many.</param>
public sealed class SemanticCodec(SkillLanguage language, SkillSet learned, double load, int letters)
{
    private const byte End = (byte)'\n';

    private readonly SkillSetCode code = new(learned, load);
    private readonly Philox words = new(0, "skills/receiver");

    /// <summary>Encodes a text.</summary>
    /// <returns>Its bits, and whether they are a set of skills.</returns>
    /// <exception cref="InputException">A word means nothing.</exception>
    public (byte[] Bytes, long Bits, bool Understood) Encode(string text)
    {
        var skills = language.Read(text);
        var output = new BitWriter();
        var understood = code.Covers(skills);
        output.Write(understood);
        if (understood) code.Write(skills, output);
        else WriteRaw(text, output);
        return (output.ToArray(), output.Length, understood);
    }

    /// <summary>A text with the same meaning.</summary>
    /// <exception cref="InputException">The bits are no text.</exception>
    public string Decode(byte[] bytes)
    {
        var input = new BitReader(bytes);
        if (!input.Read()) return ReadRaw(input);
        var draws = new PhiloxStream(words);
        return SkillLanguage.Write(code.Read(input), ref draws);
    }

    /// <summary>The letters, filled up to whole blocks; the last block ends with an end mark.</summary>
    private void WriteRaw(string text, BitWriter output)
    {
        var blocks = (text.Length / letters) + 1;
        var raw = Encoding.ASCII.GetBytes(text.PadRight((blocks * letters) - 1));
        foreach (var letter in raw) output.Write(letter, 8);
        output.Write(End, 8);
    }

    private string ReadRaw(BitReader input)
    {
        var raw = new List<byte>();
        while (true)
        {
            for (var i = 0; i < letters; i++) raw.Add((byte)input.Read(8));
            if (raw[^1] == End) return Encoding.ASCII.GetString([.. raw]).TrimEnd();
        }
    }
}
