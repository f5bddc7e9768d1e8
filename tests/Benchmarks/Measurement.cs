namespace Research.Benchmarks;

/// <summary>One line of the result.</summary>
/// <param name="Group">What belongs together: <c>products</c>.</param>
/// <param name="Configuration">Model whose shape it is: <c>small</c>, <c>wide</c>.</param>
/// <param name="Name">What was run.</param>
/// <param name="Device">Where: <c>CPU (AVX-512)</c>.</param>
/// <param name="Threads">Threads.</param>
/// <param name="Value">Best of the repeats, unless the name says otherwise.</param>
/// <param name="Unit">Of the value.</param>
/// <param name="ShareOfPeak">
/// Value as a share of the measured FMA peak of so many cores, where that makes sense.
/// </param>
/// <param name="Peer">What the ratio compares with, measured in the same run.</param>
/// <param name="Ratio">Value divided by the peer's.</param>
internal sealed record Measurement(
    string Group, string Configuration, string Name, string Device, int Threads, double Value, string Unit,
    double? ShareOfPeak = null, string? Peer = null, double? Ratio = null);
