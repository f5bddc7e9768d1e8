using Research.Benchmarks.Gpu;
using Research.Numerics.Cpu;

namespace Research.Benchmarks;

/// <summary>What shall be measured, and how.</summary>
internal sealed record BenchmarkOptions
{
    /// <summary>The environment variable that names OpenBLAS's library.</summary>
    public const string OpenBlasVariable = "RESEARCH_OPENBLAS";

    /// <summary>The environment variable that names a table of scores.</summary>
    public const string ScoresVariable = "RESEARCH_SCORES";

    public const string Usage =
        """
        Usage: Benchmarks [options]
          --only GROUPS    of products, kernels, training, steps, evaluation, generation, memory, pool, peeling, mirage; with commas between; default: all
                           and, only if asked for, gpubits, gputraining, gpuproduct
          --model NAME     of laptop, laptop96, small, wide, paper; default: those that the group is measured with
          --threads N      most threads; everything is measured with 1, too; default: the logical processors
          --set SET        Scalar, Vector128, Vector256 or Vector512; default: the widest, products also with 256 bits
          --device DOOR    of auto, cuda, opencl: the GPU; default: NVIDIA's, else the first behind OpenCL, PoCL included
          --limit SECONDS  when a group of the GPU stops and says how far it came; default: 600
          --json FILE      also write the results there
          --rehearsal      tiny sizes and no patience: shows that everything runs, its figures mean nothing
        The environment variable RESEARCH_OPENBLAS names the library to compare products with; default: libopenblas.so.0
        The environment variable RESEARCH_SCORES names a table of scores for the group mirage (docs/score-tables.md); without it none is imported
        """;

    public IReadOnlyList<BenchmarkGroup> Groups { get; private init; } =
        [.. Enum.GetValues<BenchmarkGroup>().Where(group => group < BenchmarkGroup.GpuBits)];

    public int Threads { get; private init; } = Environment.ProcessorCount;

    public InstructionSet? Set { get; private init; }

    public string? Model { get; private init; }

    /// <summary>One of <see cref="GpuDoor.Names"/>.</summary>
    public string Device { get; private init; } = "auto";

    /// <summary>Seconds after which a group of the GPU stops.</summary>
    public double Limit { get; private init; } = 600;

    public string? Json { get; private init; }

    public bool Rehearsal { get; private init; }

    /// <summary>Path of a table of scores; null if none is named.</summary>
    public string? ScoreTable { get; } = Environment.GetEnvironmentVariable(ScoresVariable) is { Length: > 0 } path ? path : null;

    /// <summary>1, and the most.</summary>
    public IEnumerable<int> ThreadCounts => new[] { 1, Threads }.Distinct();

    /// <summary>The models that a group is measured with, the smallest first.</summary>
    public IEnumerable<ModelShape> Models(BenchmarkGroup group) =>
        Rehearsal ? [ModelShape.Tiny] : Model is { } name ? [ModelShape.Named(name)!] : ModelShape.For(group);

    /// <summary>Seconds that the repeats of one measurement may take.</summary>
    public double Patience => Rehearsal ? 0 : 0.15;

    /// <exception cref="FormatException">An option is unknown, lacks its value, or has one that it does not take.</exception>
    public static BenchmarkOptions Parse(IReadOnlyList<string> arguments)
    {
        var options = new BenchmarkOptions();
        for (var i = 0; i < arguments.Count; i++)
        {
            var option = arguments[i];
            options = option == "--rehearsal" ? options with { Rehearsal = true }
                : i + 1 == arguments.Count ? throw new FormatException($"{option} is unknown or lacks its value")
                : options.With(option, arguments[++i]);
        }

        return options;
    }

    private BenchmarkOptions With(string option, string value) => option switch
    {
        "--only" => this with { Groups = [.. value.Split(',').Select(Named<BenchmarkGroup>).Distinct().Order()] },
        "--threads" => int.TryParse(value, out var threads) && threads > 0
            ? this with { Threads = threads }
            : throw new FormatException($"{option} takes a whole number from 1, not '{value}'"),
        "--set" => Named<InstructionSet>(value) is var set && InstructionSets.IsAvailable(set)
            ? this with { Set = set }
            : throw new FormatException($"this processor has no {value}"),
        "--model" => ModelShape.Named(value) is { } model
            ? this with { Model = model.Name }
            : throw new FormatException($"there is no model '{value}'"),
        "--device" => GpuDoor.Names.Contains(value)
            ? this with { Device = value }
            : throw new FormatException($"{option} takes {string.Join(", ", GpuDoor.Names)}, not '{value}'"),
        "--limit" => int.TryParse(value, out var limit) && limit > 0
            ? this with { Limit = limit }
            : throw new FormatException($"{option} takes a whole number of seconds, not '{value}'"),
        "--json" => this with { Json = value },
        _ => throw new FormatException($"there is no option '{option}'"),
    };

    private static T Named<T>(string name)
        where T : struct, Enum =>
        Enum.TryParse<T>(name, ignoreCase: true, out var value) && Enum.IsDefined(value)
            ? value
            : throw new FormatException($"'{name}' is none of {string.Join(", ", Enum.GetNames<T>())}");
}
