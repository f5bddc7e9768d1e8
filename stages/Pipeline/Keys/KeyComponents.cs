using System.Collections;
using System.Globalization;
using System.Text;
using Research.Pipeline.Fingerprints;

namespace Research.Pipeline.Keys;

/// <summary>
/// Everything a job's key depends on, as a flat list of names and values sorted by name. It is stored next to the key, so
/// that the tool can say which component changed. No time, path, host, thread count or device is ever a component.
/// </summary>
public sealed class KeyComponents : IReadOnlyList<KeyComponent>, IEquatable<KeyComponents>
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly KeyComponent[] _sorted;

    /// <summary>Takes components in any order.</summary>
    /// <exception cref="ArgumentException">A name is empty or occurs twice, or a text is not valid Unicode.</exception>
    public KeyComponents(IEnumerable<KeyComponent> components)
    {
        _sorted = [.. components];
        Array.Sort(_sorted, static (left, right) => string.CompareOrdinal(left.Name, right.Name));
        for (var i = 0; i < _sorted.Length; i++)
        {
            if (_sorted[i].Name.Length == 0)
                throw new ArgumentException("a key component has no name", nameof(components));
            if (i > 0 && _sorted[i].Name == _sorted[i - 1].Name)
                throw new ArgumentException($"the key component '{_sorted[i].Name}' occurs twice", nameof(components));
        }

        Key = new JobKey(Hash(_sorted));
    }

    /// <summary>The key: the digest of all components.</summary>
    public JobKey Key { get; }

    /// <inheritdoc/>
    public int Count => _sorted.Length;

    /// <inheritdoc/>
    public KeyComponent this[int index] => _sorted[index];

    /// <summary>The components of a job.</summary>
    /// <param name="target">Name of the target the job belongs to.</param>
    /// <param name="code">Fingerprint of the code that the job runs.</param>
    /// <param name="spec">The job's item, as <see cref="SpecCanonicalizer"/> takes it; null for a target without items.</param>
    /// <param name="inputs">Digest of every input by its role; the order of roles does not matter.</param>
    /// <exception cref="ArgumentException">The spec holds something without a canonical form, or a role occurs twice.</exception>
    public static KeyComponents Of(
        string target, CodeFingerprint code, object? spec, IEnumerable<KeyValuePair<string, Digest>> inputs)
    {
        ArgumentException.ThrowIfNullOrEmpty(target);
        List<KeyComponent> components =
        [
            new("scheme", JobKey.Scheme.ToString(CultureInfo.InvariantCulture)),
            new("target", target),
            new("code", code.Entry),
        ];
        foreach (var (assembly, digest) in code.Assemblies)
            components.Add(new KeyComponent($"code.{assembly}", digest.Hex));
        components.AddRange(SpecCanonicalizer.Components(spec));
        foreach (var (role, digest) in inputs)
            components.Add(new KeyComponent($"input.{role}", digest.Hex));
        return new KeyComponents(components);
    }

    /// <summary>The value of a component, or null if there is none of that name.</summary>
    public string? Find(string name)
    {
        var (low, high) = (0, _sorted.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var order = string.CompareOrdinal(_sorted[middle].Name, name);
            if (order == 0)
                return _sorted[middle].Value;
            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return null;
    }

    /// <inheritdoc/>
    public IEnumerator<KeyComponent> GetEnumerator() => ((IEnumerable<KeyComponent>)_sorted).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _sorted.GetEnumerator();

    /// <summary>Components are equal when their keys are.</summary>
    public bool Equals(KeyComponents? other) => other is not null && Key == other.Key;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as KeyComponents);

    /// <inheritdoc/>
    public override int GetHashCode() => Key.GetHashCode();

    // Every text carries its length, so that no two lists of components have the same bytes.
    private static Digest Hash(KeyComponent[] components)
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes, Utf8);
        writer.Write(components.Length);
        try
        {
            foreach (var (name, value) in components)
            {
                writer.Write(name);
                writer.Write(value);
            }
        }
        catch (EncoderFallbackException e)
        {
            throw new ArgumentException("a key component holds half a surrogate pair", nameof(components), e);
        }

        writer.Flush();
        return Digest.Of(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
    }
}
