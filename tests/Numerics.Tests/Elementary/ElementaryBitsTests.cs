using static Research.Numerics.Elementary;

namespace Research.Numerics.Tests;

/// <summary>
/// The bits of record: the accuracy tests allow any result within a bound, a reproducible number allows one. Run on
/// every instruction set and operating system; a difference means that results of record change.
/// </summary>
public sealed class ElementaryBitsTests
{
    public static TheoryData<string, ulong> Recorded => new()
    {
        { nameof(Exp), 0xB58B6DF935180CB8 },
        { nameof(Expm1), 0xD86385D19B1D3234 },
        { nameof(Log), 0xC1B20F84AAB6804B },
        { nameof(Log1p), 0xC478A76F679EF2C5 },
        { nameof(Pow), 0xDD01CF54E0E6E2AA },
        { nameof(Sin), 0xA4F0E75A55867D59 },
        { nameof(Cos), 0xD76480D285BA873F },
        { nameof(InverseNormal), 0xF9E1FF6DD5165CB6 },
        { nameof(LogGamma), 0x5124447209E41137 },
    };

    [Theory, MemberData(nameof(Recorded))]
    public void Functions_return_the_recorded_bits(string function, ulong hash)
    {
        var draws = new PhiloxStream(new Philox(1, "bits"));
        var fnv = 0xCBF29CE484222325;
        for (var i = 0; i < 5000; i++)
        {
            double u = draws.UniformDouble(), scale = Math.ScaleB(1, draws.Below(60) - 30);
            var value = function switch
            {
                nameof(Exp) => Exp(1400 * u - 700),
                nameof(Expm1) => Expm1((u - 0.5) * scale),
                nameof(Log) => Log(u * scale),
                nameof(Log1p) => Log1p(u * scale - 0.5 * u),
                nameof(Pow) => Pow(u * scale, 40 * draws.UniformDouble() - 20),
                nameof(Sin) => Sin(u * scale),
                nameof(Cos) => Cos(u * scale),
                nameof(InverseNormal) => InverseNormal(u * (scale < 1 ? scale : 1)),
                _ => LogGamma(u * scale),
            };
            var bits = BitConverter.DoubleToUInt64Bits(value);
            for (var shift = 0; shift < 64; shift += 8) fnv = (fnv ^ ((bits >> shift) & 255)) * 0x100000001B3;
        }

        Assert.True(hash == fnv, $"{function}: 0x{fnv:X16} instead of 0x{hash:X16}");
    }
}
