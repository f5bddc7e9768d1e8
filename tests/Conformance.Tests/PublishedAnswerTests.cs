using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Research.Conformance.Cases;
using Research.Numerics.Devices;

namespace Research.Conformance.Tests;

/// <summary>The golden table rests on answers that other programs, in other languages and on other processors, have given.</summary>
[Trait("Size", "Small")]
public sealed class PublishedAnswerTests
{
    [Theory]
    [InlineData("published 37 x 53 x 19", "EA23515D2E092523")]
    [InlineData("published 100 x 70 x 300", "94F9C31176486811")]
    [InlineData("published 64 x 64 x 513", "41A44068CD6962A0")]
    [InlineData("published 129 x 97 x 1000", "CD479C7A2182ED60")]
    public void A_product_has_the_published_digest(string name, string sha) =>
        Assert.StartsWith(sha, Convert.ToHexString(SHA256.HashData(Bytes("MatMul", name))), StringComparison.Ordinal);

    [Theory]
    [InlineData("Exp of 65536 bit patterns", "7BCD815E13C1E7C2")]
    [InlineData("square root and division of 65536 bit patterns", "FAD5FCEB9D25361B")]
    public void A_function_has_the_published_hash(string name, string fnv)
    {
        var hash = 0xCBF29CE484222325ul;
        foreach (var value in Bytes("FloatFunctions", name)) hash = (hash ^ value) * 0x100000001B3ul;

        Assert.Equal(fnv, $"{hash:X16}");
    }

    [Fact]
    public void Random_words_are_the_published_ones() =>
        Assert.Equal([0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8], Output("Philox", "key 0 0, step 0").Bits[..4]);

    [Fact]
    public void Emulated_fused_multiply_adds_have_the_bits_of_the_processor()
    {
        foreach (var kind in Enum.GetValues<Numbers>())
            Assert.Equal(Output("FusedMultiplyAdd", $"{kind}, hardware or emulated").Bits, Output("FusedMultiplyAdd", $"{kind}, emulated").Bits);
    }

    private static ReadOnlySpan<byte> Bytes(string kernel, string name) => MemoryMarshal.AsBytes(Output(kernel, name).Bits.AsSpan());

    private static CaseOutput Output(string kernel, string name)
    {
        using var reference = new ReferenceDevice();
        return CaseCatalog.Of(kernel).Single(item => item.Name == name).On(reference)[0];
    }
}
