using System.Text.Json;
using Research.Jobs;

namespace Research.Pipeline.Parameters;

/// <summary>
/// The parameter files of a repository: <c>.nuke/parameters.json</c> and <c>.nuke/parameters.PROFILE.json</c>.
/// </summary>
/// <param name="root">Root folder of the repository.</param>
internal sealed class ProfileFiles(string root)
{
    private const string Prefix = "parameters.";
    private const string Suffix = ".json";

    private string Folder => Path.Combine(root, ".nuke");

    /// <summary>The profiles that have a file, sorted.</summary>
    public IReadOnlyList<string> Profiles => Directory.Exists(Folder)
        ? [.. Directory.EnumerateFiles(Folder, Prefix + "*" + Suffix)
            .Select(file => Path.GetFileName(file))
            .Where(name => name.Length > Prefix.Length + Suffix.Length)
            .Select(name => name[Prefix.Length..^Suffix.Length])
            .Order(StringComparer.Ordinal)]
        : [];

    /// <summary>The values that the files set, the profile's over the common ones.</summary>
    /// <param name="profile">Name of a profile.</param>
    /// <param name="members">The parameters of the build.</param>
    /// <exception cref="InputException">
    /// There is no such profile, or a file is malformed or sets something unknown.
    /// </exception>
    public IReadOnlyDictionary<string, (JsonNode Value, string File)> Load(
        string profile, IReadOnlyList<ParameterMember> members)
    {
        if (!Profiles.Contains(profile))
            throw new InputException(
                $"there is no profile '{profile}'",
                "--profile",
                $"{NearestMatch.Remedy(profile, Profiles)} A profile is a file .nuke/{Prefix}NAME{Suffix}.");
        var values = new Dictionary<string, (JsonNode Value, string File)>(StringComparer.Ordinal);
        foreach (var file in new[] { "parameters.json", $"{Prefix}{profile}{Suffix}" })
        {
            var path = Path.Combine(Folder, file);
            if (File.Exists(path))
                Read($".nuke/{file}", File.ReadAllBytes(path), members, values);
        }

        return values;
    }

    private static void Read(
        string file,
        byte[] bytes,
        IReadOnlyList<ParameterMember> members,
        Dictionary<string, (JsonNode Value, string File)> values)
    {
        var content = JsonNodeReader.Read(bytes, file);
        if (content.Kind != JsonValueKind.Object)
            throw new InputException(
                $"it holds {content.Shown}", file, "Write an object with one member per parameter.");
        foreach (var (key, value) in content.Members)
        {
            if (key.Text == "$schema")
                continue;
            if (!members.Any(member => member.Name == key.Text))
                throw new InputException(
                    $"there is no parameter '{key.Text}'",
                    JsonNodeReader.At(file, key.Line, key.Column),
                    NearestMatch.Remedy(key.Text, [.. members.Select(member => member.Name)]));
            values[key.Text] = (value, file);
        }
    }
}
