using Research.Numerics.Cpu;
using Research.Numerics.Cpu.Tiles;

namespace Research.Numerics.Tests.Cpu;

/// <summary>Transposing copies of every size, and nothing written beside them.</summary>
public unsafe class TranspositionTests
{
    [Fact]
    public void Every_size_is_copied_filled_up_and_nothing_else_is_written()
    {
        const float Untouched = -7f;
        using var memory = new Workspace();
        foreach (var vectors in new[] { true, false })
        {
            for (var columns = 1; columns <= 33; columns++)
            {
                foreach (var depth in new[] { 1, 3, 4, 15, 16, 17, 33, 64 })
                {
                    foreach (var width in new[] { columns, (columns + 15) / 16 * 16 })
                    {
                        const int Stride = 70;
                        var source = memory.Reserve((64 * Stride) + (width * depth) + 16);
                        for (var i = 0; i < 64 * Stride; i++)
                            source[i] = i + 1;
                        var copy = source + (64 * Stride);
                        new Span<float>(copy, (width * depth) + 16).Fill(Untouched);
                        Transposition.Copy(vectors, columns, depth, source, Stride, copy, width);
                        for (var k = 0; k < depth; k++)
                        {
                            for (var j = 0; j < width; j++)
                                Assert.Equal(j < columns ? (j * Stride) + k + 1 : 0f, copy[(k * width) + j]);
                        }

                        Assert.All(new Span<float>(copy + (width * depth), 16).ToArray(), beyond => Assert.Equal(Untouched, beyond));
                    }
                }
            }
        }
    }
}
