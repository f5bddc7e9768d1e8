namespace Research.Numerics.Tests;

/// <summary>Functions of <see cref="Big"/> by their plain series, good to about 230 bits.</summary>
internal static class BigFunctions
{
    private const int Precision = -260;

    public static readonly Big Log2 = 2 * ArTanh((Big)1 / 3);

    public static readonly Big Pi = 16 * ArcTan((Big)1 / 5) - 4 * ArcTan((Big)1 / 239);

    private static readonly Big[] StirlingNumbers = Stirling(40);

    public static Big Exp(Big x)
    {
        var n = (x / Log2).Nearest();
        var r = (x - n * Log2).Times2To(-8);
        Big sum = 1, term = 1;
        for (var k = 1; !term.IsBelow2To(Precision); k++) sum += term = term * r / k;
        for (var i = 0; i < 8; i++) sum *= sum;
        return sum.Times2To(n);
    }

    /// <summary>Natural logarithm, from the series of 2 artanh((x - 1) / (x + 1)) after scaling to [1, 2).</summary>
    public static Big Log(Big x)
    {
        var exponent = 0;
        while (!x.IsBelow2To(1)) (x, exponent) = (x.Times2To(-1), exponent + 1);
        while (x.IsBelow2To(0)) (x, exponent) = (x.Times2To(1), exponent - 1);
        return exponent * Log2 + 2 * ArTanh((x - 1) / (x + 1));
    }

    public static (Big Sin, Big Cos) SinCos(Big x)
    {
        var n = (2 * x / Pi).Nearest();
        var r = x - n * Pi / 2;
        Big sin = 0, cos = 0, term = 1;
        for (var k = 0; !term.IsBelow2To(Precision); k++)
        {
            var signed = (k & 2) == 0 ? term : -term;
            if ((k & 1) == 0) cos += signed;
            else sin += signed;
            term = term * r / (k + 1);
        }

        return (n & 3) switch { 0 => (sin, cos), 1 => (cos, -sin), 2 => (-sin, -cos), _ => (-cos, sin) };
    }

    /// <summary>ln Gamma(x) for x > 0: Stirling's series beyond 64.</summary>
    public static Big LogGamma(Big x)
    {
        Big product = 1;
        while (x.IsBelow2To(6)) (product, x) = (product * x, x + 1);
        Big sum = 0;
        var power = 1 / x;
        foreach (var number in StirlingNumbers) (sum, power) = (sum + number * power, power / (x * x));
        return (x - (Big)1 / 2) * Log(x) - x + Log(2 * Pi) / 2 + sum - Log(product);
    }

    /// <summary>The normal distribution function below 0 and its density.</summary>
    public static (Big Probability, Big Density) Normal(Big z)
    {
        var density = Exp(-(z * z) / 2) / Exp(Log(2 * Pi) / 2);
        Big sum = 0;
        if (z.IsBelow2To(4))
        {
            var term = z;
            for (var k = 1; !term.IsBelow2To(Precision); k++) (sum, term) = (sum + term, term * z * z / (2 * k + 1));
            return ((Big)1 / 2 + density * sum, density);
        }

        var tail = -(1 / z);
        for (var k = 1; k < 100; k++) (sum, tail) = (sum + tail, -(tail * (2 * k - 1) / (z * z)));
        return (density * sum, density);
    }

    private static Big ArTanh(Big x)
    {
        Big sum = 0;
        var power = x;
        for (var k = 1; !power.IsBelow2To(Precision - 40); k += 2) (sum, power) = (sum + power / k, power * x * x);
        return sum;
    }

    private static Big ArcTan(Big x)
    {
        Big sum = 0;
        var power = x;
        for (var k = 1; !power.IsBelow2To(Precision); k += 2) (sum, power) = (sum + power / k, -(power * x * x));
        return sum;
    }

    /// <summary>B(2k) / (2k (2k - 1)), the Bernoulli numbers from their recurrence.</summary>
    private static Big[] Stirling(int count)
    {
        var bernoulli = new Big[2 * count + 1];
        for (var n = 0; n <= 2 * count; n++)
        {
            Big sum = n == 0 ? 1 : 0, binomial = 1;
            for (var k = 0; k < n; k++)
            {
                sum -= binomial * bernoulli[k];
                binomial = binomial * (n + 1 - k) / (k + 1);
            }

            bernoulli[n] = n == 0 ? sum : sum / (n + 1);
        }

        return [.. Enumerable.Range(1, count).Select(k => bernoulli[2 * k] / (2 * k * (2 * k - 1)))];
    }
}
