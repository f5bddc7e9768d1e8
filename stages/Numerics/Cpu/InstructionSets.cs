using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;
using Research.Numerics.Reference;

namespace Research.Numerics.Cpu;

/// <summary>Which instruction sets this processor has.</summary>
public static class InstructionSets
{
    /// <summary>All that can be used here, the narrowest (<see cref="InstructionSet.Scalar"/>) first.</summary>
    public static IReadOnlyList<InstructionSet> Available { get; } =
        [.. Enum.GetValues<InstructionSet>().Where(IsAvailable).Order()];

    /// <summary>The widest one.</summary>
    public static InstructionSet Best => Available[^1];

    /// <summary>Whether the processor has it. Vectors need fused multiply-add in hardware.</summary>
    public static bool IsAvailable(InstructionSet set) => set switch
    {
        InstructionSet.Scalar => true,
        InstructionSet.Vector128 => ExactFma.IsHardware && Vector128.IsHardwareAccelerated,
        InstructionSet.Vector256 => Fma.IsSupported && Avx2.IsSupported,
        InstructionSet.Vector512 => Avx512F.IsSupported,
        _ => false,
    };

    /// <summary>What a person calls it: <c>AVX-512</c>.</summary>
    public static string DisplayName(InstructionSet set) => set switch
    {
        InstructionSet.Scalar => "scalar",
        InstructionSet.Vector128 => AdvSimd.IsSupported ? "NEON" : "128-bit FMA",
        InstructionSet.Vector256 => "AVX2",
        InstructionSet.Vector512 => "AVX-512",
        _ => throw new ArgumentOutOfRangeException(nameof(set), set, "This is no instruction set."),
    };
}
