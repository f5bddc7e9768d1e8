namespace Research.Numerics.Cpu;

/// <summary>What a <see cref="CpuDevice"/> computes with. The bits do not depend on it.</summary>
public enum InstructionSet
{
    /// <summary>One number at a time.</summary>
    Scalar = 1,

    /// <summary>128-bit vectors: x86 with FMA, or Arm (NEON).</summary>
    Vector128 = 4,

    /// <summary>256-bit vectors: AVX2 with FMA.</summary>
    Vector256 = 8,

    /// <summary>512-bit vectors: AVX-512.</summary>
    Vector512 = 16,
}
