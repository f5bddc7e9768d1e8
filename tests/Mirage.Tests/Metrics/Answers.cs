namespace Research.Mirage.Tests.Metrics;

/// <summary>Every answer there is.</summary>
internal static class Answers
{
    public static IEnumerable<int[]> OfLength(int length, int kinds) => length == 0
        ? [[]]
        : OfLength(length - 1, kinds).SelectMany(shorter => Enumerable.Range(0, kinds).Select(token => (int[])[.. shorter, token]));

    public static IEnumerable<int[]> UpTo(int length, int kinds) => Enumerable.Range(0, length + 1).SelectMany(l => OfLength(l, kinds));
}
