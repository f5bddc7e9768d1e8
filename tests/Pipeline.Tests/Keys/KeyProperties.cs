using FsCheck;
using FsCheck.Fluent;
using Research.Pipeline.Fingerprints;
using Research.Pipeline.Keys;

namespace Research.Pipeline.Tests.Keys;

/// <summary>What must hold for every key.</summary>
public sealed class KeyProperties
{
    private static readonly CodeFingerprint Code = new(
        "Trainer.Train(Training)",
        new Dictionary<string, Digest> { ["Research.Numerics"] = Digest.Of([1]), ["Research.Learning"] = Digest.Of([2]) });

    private static readonly Gen<Inner> Inners =
        from rate in ArbMap.Default.GeneratorFor<double>()
        from schedule in ArbMap.Default.GeneratorFor<string>()
        select new Inner(rate, schedule);

    private static readonly Gen<SampleSpec> Specs =
        from texts in ArbMap.Default.GeneratorFor<(NonNull<string>, string, char)>()
        from numbers in ArbMap.Default.GeneratorFor<(int, double, float, decimal, int?)>()
        from flags in ArbMap.Default.GeneratorFor<(bool, bool)>()
        from inner in Inners
        from other in Gen.Frequency((1, Gen.Constant<Inner?>(null)), (2, Inners.Select(Inner? (i) => i)))
        from seeds in ArbMap.Default.GeneratorFor<int[]>()
        from tags in ArbMap.Default.GeneratorFor<string?[]>()
        from stages in Inners.ArrayOf()
        select new SampleSpec(
            texts.Item1.Get, numbers.Item1, flags.Item1, flags.Item2 ? Reading.Released : Reading.Ambiguous, numbers.Item2, numbers.Item3,
            texts.Item3, numbers.Item4, numbers.Item5, texts.Item2, inner, other, seeds, tags, stages);

    [Fact]
    public void Keys_are_equal_exactly_when_specs_are()
    {
        Prop.ForAll(Specs.ToArbitrary(), Specs.ToArbitrary(), Gen.Choose(0, 14).ToArbitrary(), (spec, other, property) =>
        {
            var changed = spec.With(property, other);
            return (Key(spec) == Key(changed)) == (spec == changed) && Key(spec) == Key(spec with { });
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void The_order_of_roles_does_not_matter_but_who_plays_which_role_does()
    {
        Prop.ForAll(ArbMap.Default.ArbFor<PositiveInt>(), ArbMap.Default.ArbFor<int>(), (roles, start) =>
        {
            var inputs = Enumerable.Range(0, roles.Get)
                .Select(role => KeyValuePair.Create($"role {role}", Digest.Of(BitConverter.GetBytes(start + role)))).ToList();
            var key = KeyComponents.Of("Train", Code, null, inputs).Key;
            var turned = KeyComponents.Of("Train", Code, null, Enumerable.Reverse(inputs)).Key;
            var exchanged = inputs.Zip(
                Enumerable.Reverse(inputs), (role, input) => KeyValuePair.Create(role.Key, input.Value)).ToList();
            return key == turned
                && (key == KeyComponents.Of("Train", Code, null, exchanged).Key) == exchanged.SequenceEqual(inputs);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void No_two_lists_of_components_run_together()
    {
        Prop.ForAll(ArbMap.Default.ArbFor<NonEmptyString>(), ArbMap.Default.ArbFor<(PositiveInt, PositiveInt)>(), (text, cuts) =>
        {
            JobKey Cut(int at) => new KeyComponents([new KeyComponent("n" + text.Get[..at], text.Get[at..])]).Key;
            var (first, second) = (cuts.Item1.Get % (text.Get.Length + 1), cuts.Item2.Get % (text.Get.Length + 1));
            return text.Get.Any(char.IsSurrogate) || (Cut(first) == Cut(second)) == (first == second);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Differences_are_none_or_lead_from_the_old_components_to_the_new()
    {
        var lists = ArbMap.Default.ArbFor<Dictionary<NonEmptyString, byte>>();
        Prop.ForAll(lists, lists, (left, right) =>
        {
            var (old, @new) = (Components(left), Components(right));
            var patched = old.ToDictionary(component => component.Name, component => component.Value);
            foreach (var difference in KeyDifference.Between(old, @new))
            {
                if (difference.Old != patched.GetValueOrDefault(difference.Component) || difference.Old == difference.New)
                    return false;
                patched.Remove(difference.Component);
                if (difference.New is not null)
                    patched.Add(difference.Component, difference.New);
            }

            return @new.Equals(new KeyComponents(patched.Select(pair => new KeyComponent(pair.Key, pair.Value))));
        }).QuickCheckThrowOnFailure();
    }

    private static JobKey Key(SampleSpec spec) => KeyComponents.Of("Train", Code, spec, []).Key;

    private static KeyComponents Components(Dictionary<NonEmptyString, byte> values) => new(values
        .Where(pair => !pair.Key.Get.Any(char.IsSurrogate))
        .Select(pair => new KeyComponent(pair.Key.Get, $"{pair.Value}")));
}
