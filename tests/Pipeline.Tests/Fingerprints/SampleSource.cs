namespace Research.Pipeline.Tests.Fingerprints;

/// <summary>A source file with one of everything that a fingerprint must cover.</summary>
internal static class SampleSource
{
    public const string Text = """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Runtime.CompilerServices;
        using System.Runtime.InteropServices;
        using System.Threading.Tasks;

        namespace Research.Sample.Reference;

        public enum Reading { Released, Ambiguous }

        public record GptSpec(int Width, string Name, string? Note = null);

        public interface IKernel<T> where T : struct { T Run(T x); }

        [StructLayout(LayoutKind.Sequential, Pack = 4)]
        public struct Cell { public int Row; public float Value; }

        public class Gelu : IKernel<float>
        {
            private const double Cubic = 0.044715;
            private static readonly float[] Table = { 1f, 2f, 3f, 4f, 5f };
            private static readonly string[] Names = { "one", "two" };
            public static ReadOnlySpan<byte> Magic => new byte[] { 1, 2, 3, 4 };

            public int Order { get; init; } = 3;

            public float Run(float x) => (float)(x + Cubic * x * x * x) * Table[Order];

            public static int Choose(int reading)
            {
                switch (reading)
                {
                    case 0: return 10;
                    case 1: return 20;
                    case 2: return 30;
                    case 3: return 40;
                    default: throw new ArgumentException("no such reading");
                }
            }

            public static Func<int, int> Adder(int n) => x => x + n;

            public static int[] Doubled(int[] xs) => xs.Select(x => 2 * x).ToArray();

            public static IEnumerable<int> Count(int n) { for (var i = 0; i < n; i++) yield return i; }

            public static async Task<int> Wait(int ms) { await Task.Delay(ms); return ms; }

            public static int Guarded(string text)
            {
                try { return int.Parse(text); }
                catch (FormatException) { return -1; }
                finally { GC.KeepAlive(text); }
            }

            public static int Outer(int n)
            {
                int Square(int x) => x * x;
                return Square(n);
            }

            public static TOut Convert<TIn, TOut>(TIn x, Func<TIn, TOut> f) where TIn : notnull => f(x);

            [DllImport("kernels", CallingConvention = CallingConvention.Cdecl)]
            public static extern int Native(int x);

            public static unsafe int Call(delegate* unmanaged[Cdecl]<int, int> f) => f(1);
        }
        """;
}
