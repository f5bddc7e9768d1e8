using System.Text.Json;
using Research.Reporting.Claims;
using Research.Reporting.Numbers;
using Research.Tables;

namespace Research.Reporting.Tests.Numbers;

public class NumbersJsonTests
{
    private static readonly NumberSet Numbers = new(
    [
        new Number("latent.sparsity.peaked.b", 0.1 + 0.2, "share", 0.25, 0.5, 7),
        new Number("latent.sparsity.peaked.a", -0.0, "share", null, null, 1),
        new Number("other", double.Epsilon, "ε ≤ 1 & <2>", double.MinValue, double.MaxValue, 2),
    ]);

    [Fact]
    public void The_file_has_the_documented_shape()
    {
        using var json = JsonDocument.Parse(File("abc"));
        var root = json.RootElement;

        Assert.Equal(["profile", "commit", "numbers", "claims"], root.EnumerateObject().Select(property => property.Name));
        Assert.Equal("smoke", root.GetProperty("profile").GetString());
        Assert.Equal("abc", root.GetProperty("commit").GetString());
        Assert.Equal(
            ["id", "value", "unit", "low", "high", "n"], root.GetProperty("numbers")[0].EnumerateObject().Select(property => property.Name));
        var claim = Assert.Single(root.GetProperty("claims").EnumerateArray());
        Assert.Equal(["id", "statement", "source", "verdict", "rule", "numbers"], claim.EnumerateObject().Select(property => property.Name));
        Assert.Equal("fails", claim.GetProperty("verdict").GetString());
        Assert.Equal(
            ["latent.sparsity.peaked.a", "latent.sparsity.peaked.b"],
            claim.GetProperty("numbers").EnumerateArray().Select(id => id.GetString()));
    }

    [Fact]
    public void Numbers_come_sorted_and_read_back_to_the_bit()
    {
        using var json = JsonDocument.Parse(File("abc"));
        var read = json.RootElement.GetProperty("numbers").EnumerateArray().ToList();

        foreach (var (expected, found) in Numbers.All.Zip(read))
        {
            Assert.Equal(expected.Id, found.GetProperty("id").GetString());
            Assert.Equal(expected.Unit, found.GetProperty("unit").GetString());
            Assert.Equal(BitConverter.DoubleToInt64Bits(expected.Value), BitConverter.DoubleToInt64Bits(found.GetProperty("value").GetDouble()));
            Assert.Equal(expected.Low, found.GetProperty("low").ValueKind == JsonValueKind.Null ? null : found.GetProperty("low").GetDouble());
            Assert.Equal(expected.High, found.GetProperty("high").ValueKind == JsonValueKind.Null ? null : found.GetProperty("high").GetDouble());
        }
    }

    [Fact]
    public void A_commit_may_hold_any_text()
    {
        using var json = JsonDocument.Parse(File("abc \"modified\" \\ <x>"));

        Assert.Equal("abc \"modified\" \\ <x>", json.RootElement.GetProperty("commit").GetString());
    }

    private static string File(string commit)
    {
        var claim = JudgedClaim.From(new Research.Reporting.Claims.Latent.LatentSparsity(), Numbers);
        return NumbersJson.WithCommit(NumbersJson.WithoutCommit("smoke", Numbers, [claim]), commit);
    }
}
