using System.Collections.Immutable;
using Research.Pipeline.Keys;

namespace Research.Pipeline.Tests.Keys;

public sealed class SpecCanonicalizerTests
{
    public static TheoryData<object, string> Scalars => new()
    {
        { 64, "64" },
        { -1L, "-1" },
        { ulong.MaxValue, "18446744073709551615" },
        { true, "true" },
        { "released", "\"released\"" },
        { "", "\"\"" },
        { "say \"no\"\n", "\"say \\\"no\\\"\\u000a\"" },
        { "\ud83d\ude00", "\"\ud83d\ude00\"" },
        { "\ud83d", "\"\\ud83d\"" },
        { 'x', "\"x\"" },
        { Reading.Ambiguous, "Ambiguous" },
        { (Reading)7, "7" },
        { 0.1, "0.1" },
        { 0.1f, "0.1" },
        { 1e-3, "0.001" },
        { 1.0 / 3, "0.3333333333333333" },
        { double.Epsilon, "5E-324" },
        { -0.0, "0" },
        { -0.0f, "0" },
        { double.NaN, "NaN" },
        { -double.NaN, "NaN" },
        { double.NegativeInfinity, "-Infinity" },
        { 1.50m, "1.5" },
        { 100m, "100" },
        { new[] { 1, 2, 3 }, "[1, 2, 3]" },
        { Array.Empty<int>(), "[]" },
        { ImmutableArray.Create("a", null, "b, c"), "[\"a\", null, \"b, c\"]" },
    };

    [Theory, MemberData(nameof(Scalars))]
    public void A_single_value_has_one_text(object value, string expected) =>
        Assert.Equal([new KeyComponent("spec", expected)], SpecCanonicalizer.Components(value));

    [Fact]
    public void Nothing_has_no_components() => Assert.Empty(SpecCanonicalizer.Components(null));

    [Fact]
    public void A_record_is_flat_and_sorted_with_its_types_and_without_its_nulls()
    {
        var spec = new Outer(64, null, new Inner(0.5, null), [new Inner(1, "cosine"), new Inner(2, null)]);

        Assert.Equal(
            [
                "spec = Research.Pipeline.Tests.Keys.SpecCanonicalizerTests+Outer",
                "spec.Inner = Research.Pipeline.Tests.Keys.Inner",
                "spec.Inner.Rate = 0.5",
                "spec.Stages = 2 elements",
                "spec.Stages[0] = Research.Pipeline.Tests.Keys.Inner",
                "spec.Stages[0].Rate = 1",
                "spec.Stages[0].Schedule = \"cosine\"",
                "spec.Stages[1] = Research.Pipeline.Tests.Keys.Inner",
                "spec.Stages[1].Rate = 2",
                "spec.Width = 64",
            ],
            SpecCanonicalizer.Components(spec).Select(component => $"{component.Name} = {component.Value}"));
    }

    [Fact]
    public void A_new_optional_property_leaves_old_keys_as_they_were()
    {
        var without = SpecCanonicalizer.Components(new Before(64)).Skip(1);
        var with = SpecCanonicalizer.Components(new After(64)).Skip(1);

        Assert.Equal(without, with);
    }

    [Fact]
    public void A_record_of_another_type_with_the_same_properties_is_another_spec()
    {
        Shape square = new Square(2), circle = new Circle(2);

        Assert.NotEqual(SpecCanonicalizer.Components(square), SpecCanonicalizer.Components(circle));
    }

    [Fact]
    public void What_only_follows_from_other_properties_is_left_out() => Assert.Equal(
        ["spec", "spec.Width"], SpecCanonicalizer.Components(new Derived(3)).Select(component => component.Name));

    public static TheoryData<object, string> Refused => new()
    {
        { () => 1, "System.Func`1<System.Int32>" },
        { new Dictionary<string, int>(), "Dictionary" },
        { new HashSet<int>(), "HashSet" },
        { new Uri("https://example.org"), "System.Uri" },
        { DateTimeOffset.UnixEpoch, "System.DateTimeOffset" },
        { new object(), "System.Object" },
        { new Hidden(1), "its state '_seed'" },
        { new Holder(new Holder((Action)(() => { }))), "spec.Held.Held: a value of type System.Action" },
    };

    [Theory, MemberData(nameof(Refused))]
    public void What_has_no_canonical_form_is_refused_by_name(object spec, string expected)
    {
        var refused = Assert.Throws<ArgumentException>(() => SpecCanonicalizer.Components(spec));

        Assert.Contains(expected, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_spec_that_holds_itself_is_refused()
    {
        var cycle = new Cycle();
        cycle.N = cycle;

        var refused = Assert.Throws<ArgumentException>(() => SpecCanonicalizer.Components(cycle, "s"));

        Assert.Contains("32 levels", refused.Message, StringComparison.Ordinal);
    }

    private sealed record Outer(int Width, string? Note, Inner Inner, IReadOnlyList<Inner> Stages);

    private sealed record Before(int Width);

    private sealed record After(int Width, int? Heads = null);

    private sealed record Holder(object Held);

    private abstract record Shape(int Size);

    private sealed record Square(int Size) : Shape(Size);

    private sealed record Circle(int Size) : Shape(Size);

    private sealed record Derived(int Width)
    {
        public int Doubled => 2 * Width;
    }

    private sealed class Hidden(int seed)
    {
        private readonly int _seed = seed;

        public int Next() => _seed + 1;
    }

    private sealed class Cycle
    {
        public Cycle? N { get; set; }
    }
}
