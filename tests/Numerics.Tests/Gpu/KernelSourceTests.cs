using System.Text.RegularExpressions;
using Research.Numerics.Gpu;

namespace Research.Numerics.Tests.Gpu;

public partial class KernelSourceTests
{
    /// <summary>Instructions whose result may differ from the scalar programs, or that depend on the order of threads.</summary>
    [Theory]
    [InlineData(@"\.ftz", "denormals become zero")]
    [InlineData(@"\.approx|\.full", "division and root are approximate")]
    [InlineData(@"^\s*(?:@%p\d+\s+)?(?:mul|add|sub)\.f(?:32|64)\b", "the driver may fuse what names no rounding")]
    [InlineData(@"\.local", "an array of a kernel has gone to slow memory")]
    [InlineData(@"^\s*(?:@%p\d+\s+)?(?:atom|red)\.", "atomic sums depend on the order of threads")]
    [InlineData(@"^\s*(?:@%p\d+\s+)?call", "a function was not found")]
    [InlineData(@"^\s*(?:@%p\d+\s+)?(?:(?:min|max)\.f|(?:ex2|lg2|sin|cos|rsqrt|tanh)\.|rcp\.(?!rn\.))", "it has no defined bits")]
    public void The_PTX_has_nothing_that_changes_bits(string pattern, string why)
    {
        var found = Lines(KernelSource.Ptx).Where(line => Regex.IsMatch(line, pattern)).ToList();
        Assert.True(found.Count == 0, $"{why}: {string.Join("; ", found.Take(3))}");
    }

    /// <summary>The rules above, tried on lines that break them.</summary>
    [Theory]
    [InlineData("\tmul.f32 \t%f1, %f2, %f3;")]
    [InlineData("\t@%p1 add.f64 \t%fd1, %fd2, %fd3;")]
    [InlineData("\tdiv.approx.f32 \t%f1, %f2, %f3;")]
    [InlineData("\tmul.rn.ftz.f32 \t%f1, %f2, %f3;")]
    [InlineData("\tmax.f32 \t%f1, %f2, %f3;")]
    [InlineData("\trcp.approx.ftz.f32 \t%f1, %f2;")]
    [InlineData("\tatom.global.add.f32 \t%f1, [%rd1], %f2;")]
    public void A_line_that_breaks_a_rule_is_found(string line) =>
        Assert.Contains(
            typeof(KernelSourceTests).GetMethod(nameof(The_PTX_has_nothing_that_changes_bits))!
                .GetCustomAttributes(typeof(InlineDataAttribute), false).Cast<InlineDataAttribute>()
                .Select(data => (string)data.GetData(null!).Single()[0]),
            pattern => Regex.IsMatch(line, pattern));

    [Fact]
    public void Every_product_is_fused_as_often_as_its_tile_needs()
    {
        // Of a tile of PER x PER elements and 16 steps of k, all unrolled.
        foreach (var (tile, perItem) in KernelSource.Tiles)
        {
            var body = Body($"matmul_{tile}");
            Assert.Equal(16 * perItem * perItem, body.Count(line => line.Contains("fma.rn.f32")));
            Assert.DoesNotContain(body, line => line.Contains("mul.rn.f32"));
        }
    }

    [Fact]
    public void Every_kernel_of_the_source_is_in_the_PTX_and_no_other()
    {
        var defines = KernelSource.Tiles.Select(tile => $"matmul_{tile.Tile}").ToList();
        var source = KernelName().Matches(KernelSource.Text).Select(match => match.Groups[1].Value).Where(name => name != "NAME").Concat(defines);
        var ptx = Lines(KernelSource.Ptx).Select(line => EntryName().Match(line)).Where(match => match.Success).Select(match => match.Groups[1].Value);
        Assert.Equal(source.Order(), ptx.Order());
    }

    [SkippableFact]
    public async Task The_PTX_is_what_the_compiler_makes_of_the_source_today()
    {
        var compiler = PtxCompiler.Find();
        Skip.If(compiler is null, $"This machine has no clang {PtxCompiler.Version} (install clang-{PtxCompiler.Version}).");
        var ptx = await PtxCompiler.CompileAsync(compiler!, KernelSource.Text, default);
        Assert.True(ptx == KernelSource.Ptx, "kernels.ptx is stale: run ./build.sh Kernels and commit what it writes.");
    }

    private static List<string> Body(string kernel)
    {
        var lines = Lines(KernelSource.Ptx).SkipWhile(line => !line.Contains($".visible .entry {kernel}(", StringComparison.Ordinal));
        return [.. lines.TakeWhile(line => line != "}")];
    }

    private static string[] Lines(string text) => text.Split('\n');

    [GeneratedRegex(@"__kernel\s+void\s+(\w+)\s*\(")]
    private static partial Regex KernelName();

    [GeneratedRegex(@"\.visible \.entry (\w+)\(")]
    private static partial Regex EntryName();
}
