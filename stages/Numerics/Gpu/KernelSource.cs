using System.Reflection;
using System.Text;

namespace Research.Numerics.Gpu;

/// <summary>
/// The one source of all GPU kernels, in OpenCL C 1.2: OpenCL compiles it when a device is opened, and clang has compiled
/// it to the PTX that CUDA's driver takes (<c>./build.sh Kernels</c>).
/// </summary>
public static class KernelSource
{
    /// <summary>Options for a compiler of OpenCL C: nothing that changes a bit, division and root as IEEE wants them.</summary>
    internal const string OpenClOptions = "-cl-std=CL1.2 -cl-fp32-correctly-rounded-divide-sqrt";

    /// <summary>
    /// Edges of the tiles of a matrix product, ascending, each with the rows and columns that a work-item computes.
    /// </summary>
    internal static readonly (int Tile, int PerItem)[] Tiles = [(64, 4), (128, 8)];

    private const int TileDepth = 16;

    /// <summary>The whole source.</summary>
    public static string Text { get; } = Compose();

    /// <summary>The same, compiled to PTX.</summary>
    public static string Ptx => Resource("kernels.ptx");

    private static string Compose()
    {
        var text = new StringBuilder(Resource("mapping.cl")).Append(Resource("functions.cl"));
        foreach (var (tile, perItem) in Tiles)
        {
            text.Append($"#define NAME matmul_{tile}\n#define TILE {tile}\n#define PER {perItem}\n#define DEPTH {TileDepth}\n")
                .Append(Resource("matmul.cl"))
                .Append("#undef NAME\n#undef TILE\n#undef PER\n#undef DEPTH\n");
        }

        foreach (var part in new[] { "parts.cl", "elementwise.cl", "embedding.cl", "rows.cl", "attention.cl", "images.cl", "ledger.cl" })
            text.Append(Resource(part));
        return text.ToString();
    }

    private static string Resource(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The assembly lacks its part {name}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
