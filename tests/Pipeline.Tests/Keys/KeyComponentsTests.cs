using Research.Pipeline.Fingerprints;
using Research.Pipeline.Keys;

namespace Research.Pipeline.Tests.Keys;

public sealed class KeyComponentsTests
{
    private static readonly Digest Input = Digest.Of("abc"u8);

    private static readonly CodeFingerprint Code =
        new("Trainer.Train(Training)", new Dictionary<string, Digest> { ["Research.Numerics"] = Digest.Of([]) });

    /// <summary>
    /// The number of components as 32 bits, little endian; then name and value of each, sorted, as UTF-8 after its length in
    /// 7-bit groups. The expected key was computed by a program of its own in another language.
    /// </summary>
    [Fact]
    public void A_key_is_the_SHA_256_of_the_sorted_components_each_with_its_length()
    {
        KeyComponents components = new(
            [new("target", "Train"), new("scheme", "1"), new("spec.Noise", "0.02"), new("spec.Name", "\"\u00e9\"")]);

        Assert.Equal("1ee1cd446c5764801d04c94dd655e817fb895fd4d0767175a7e44807458c0f2b", components.Key.ToString());
    }

    [Fact]
    public void The_components_of_a_job_say_what_it_depends_on()
    {
        var components = KeyComponents.Of("Train", Code, (Seed: 3, Width: 64), [KeyValuePair.Create("corpus", Input)]);

        Assert.Equal(
            [
                "code = Trainer.Train(Training)",
                "code.Research.Numerics = e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                "input.corpus = ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
                "scheme = 1",
                "spec = System.ValueTuple`2<System.Int32,System.Int32>",
                "spec.Item1 = 3",
                "spec.Item2 = 64",
                "target = Train",
            ],
            components.Select(component => $"{component.Name} = {component.Value}"));
        Assert.Equal("3", components.Find("spec.Item1"));
        Assert.Null(components.Find("spec.Item3"));
    }

    [Fact]
    public void Another_target_entry_or_assembly_gives_another_key()
    {
        var key = KeyComponents.Of("Train", Code, 1, []).Key;

        Assert.NotEqual(key, KeyComponents.Of("Test", Code, 1, []).Key);
        Assert.NotEqual(key, KeyComponents.Of("Train", Code with { Entry = "Trainer.Test(Training)" }, 1, []).Key);
        Assert.NotEqual(key, KeyComponents.Of(
            "Train", Code with { Assemblies = new Dictionary<string, Digest> { ["Research.Numerics"] = Input } }, 1, []).Key);
    }

    [Fact]
    public void A_role_that_occurs_twice_is_refused()
    {
        var twice = KeyValuePair.Create("corpus", Input);

        var refused = Assert.Throws<ArgumentException>(() => KeyComponents.Of("Train", Code, null, [twice, twice]));

        Assert.Contains("'input.corpus' occurs twice", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_difference_names_the_component_and_both_values()
    {
        var old = KeyComponents.Of("Train", Code, (Seed: 3, Width: 64), [KeyValuePair.Create("corpus", Input)]);
        var @new = KeyComponents.Of("Train", Code, (Seed: 3, Width: 96), [KeyValuePair.Create("text", Input)]);

        Assert.Equal(
            [
                new KeyDifference("input.corpus", Input.Hex, null),
                new KeyDifference("input.text", null, Input.Hex),
                new KeyDifference("spec.Item2", "64", "96"),
            ],
            KeyDifference.Between(old, @new));
        Assert.Empty(KeyDifference.Between(old, old));
    }
}
