using System.Globalization;
using System.Text.Json;

namespace Research.Pipeline.Parameters;

/// <summary>An integer or a real number, within limits.</summary>
internal sealed class NumberType(Type type, ParameterAttribute limits) : ParameterType
{
    private readonly bool _isInteger = type == typeof(int) || type == typeof(long);

    public override string Accepts
    {
        get
        {
            List<string> parts = [_isInteger ? "integer" : "number"];
            if (double.IsFinite(limits.Above))
                parts.Add(string.Create(CultureInfo.InvariantCulture, $"greater than {limits.Above}"));
            if (double.IsFinite(limits.Minimum) && double.IsFinite(limits.Maximum))
                parts.Add(string.Create(CultureInfo.InvariantCulture, $"from {limits.Minimum} to {limits.Maximum}"));
            else if (double.IsFinite(limits.Minimum))
                parts.Add(string.Create(CultureInfo.InvariantCulture, $"at least {limits.Minimum}"));
            else if (double.IsFinite(limits.Maximum))
                parts.Add(string.Create(CultureInfo.InvariantCulture, $"at most {limits.Maximum}"));
            return string.Join(", ", parts);
        }
    }

    public override object FromText(string text) =>
        Parse(text) ?? throw new WrongValueException($"'{text}' is not accepted");

    public override object FromJson(JsonNode node) =>
        (node.Kind == JsonValueKind.Number ? Parse(node.Text) : null)
        ?? throw new WrongValueException($"{node.Shown} is not accepted", node);

    public override string Show(object value) => ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture);

    public override void WriteSchema(Utf8JsonWriter writer)
    {
        writer.WriteString("type", _isInteger ? "integer" : "number");
        if (double.IsFinite(limits.Above))
            writer.WriteNumber("exclusiveMinimum", limits.Above);
        if (double.IsFinite(limits.Minimum))
            writer.WriteNumber("minimum", limits.Minimum);
        if (double.IsFinite(limits.Maximum))
            writer.WriteNumber("maximum", limits.Maximum);
    }

    private object? Parse(string text)
    {
        const NumberStyles Real = NumberStyles.Float;
        var invariant = CultureInfo.InvariantCulture;
        object? value =
            type == typeof(int) ? int.TryParse(text, NumberStyles.AllowLeadingSign, invariant, out var i) ? i : null
            : type == typeof(long) ? long.TryParse(text, NumberStyles.AllowLeadingSign, invariant, out var l) ? l : null
            : type == typeof(float) ? float.TryParse(text, Real, invariant, out var f) && float.IsFinite(f) ? f : null
            : double.TryParse(text, Real, invariant, out var d) && double.IsFinite(d) ? d : null;
        var real = value is null ? 0 : Convert.ToDouble(value, invariant);
        return real >= limits.Minimum && real <= limits.Maximum && real > limits.Above ? value : null;
    }
}
