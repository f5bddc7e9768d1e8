namespace Research.Conformance.Cases;

/// <summary>
/// The numbers of the published answers of <c>num-1</c>, which programs in other languages have given too: a linear
/// congruential recurrence.
/// </summary>
internal static class PublishedNumbers
{
    /// <summary>Numbers in [-1, 1), exact in float.</summary>
    public static float[] Fill(int length, uint seed)
    {
        var values = new float[length];
        for (var i = 0; i < length; i++)
        {
            seed = (seed * 1664525u) + 1013904223u;
            values[i] = ((int)(seed >> 8) - 8388608) / 8388608f;
        }

        return values;
    }

    /// <summary>Bit patterns over the whole range of floats, NaN replaced by 0.</summary>
    public static float[] AnyBits(int length, uint seed)
    {
        var values = new float[length];
        for (var i = 0; i < length; i++)
        {
            seed = (seed * 1664525u) + 1013904223u;
            var value = BitConverter.UInt32BitsToSingle(seed ^ (seed >> 9));
            values[i] = float.IsNaN(value) ? 0f : value;
        }

        return values;
    }
}
