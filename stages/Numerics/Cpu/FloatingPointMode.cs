using System.Runtime.CompilerServices;
using Research.Numerics.Reference;

namespace Research.Numerics.Cpu;

/// <summary>The arithmetic of the current thread.</summary>
internal static class FloatingPointMode
{
    /// <summary>Checks that denormals are kept and that fused multiply-add rounds once.</summary>
    /// <exception cref="PlatformNotSupportedException">It does not compute as IEEE 754 says.</exception>
    public static void Check()
    {
        if (BitConverter.SingleToInt32Bits(Product(float.Epsilon, 1f)) != 1)
        {
            throw new PlatformNotSupportedException(
                "Denormal numbers are flushed to zero on this thread: a native library has changed the floating-point mode.");
        }

        // With a = 1 + 2^-23 the square is 1 + 2^-22 + 2^-46; a product rounded first would leave 0.
        if (ExactFma.Compute(Product(1.00000012f, 1f), 1.00000012f, -1.00000024f) != 1.42108547e-14f)
            throw new PlatformNotSupportedException("Fused multiply-add rounds twice on this processor.");
    }

    // Not inlined: the compiler must not compute it.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static float Product(float a, float b) => a * b;
}
