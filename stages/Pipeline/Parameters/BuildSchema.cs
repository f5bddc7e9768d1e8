using System.Text;
using System.Text.Json;

namespace Research.Pipeline.Parameters;

/// <summary>
/// The JSON schema of the parameter files, <c>.nuke/build.schema.json</c>, which gives editors completion and checks.
/// </summary>
internal static class BuildSchema
{
    /// <summary>The schema as text with line feeds, always the same for the same parameters.</summary>
    public static string Format(IReadOnlyList<ParameterMember> members)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
            Write(writer, members);
        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    /// <summary>Writes the file if its content is another one.</summary>
    /// <returns>True if it wrote.</returns>
    public static bool Update(string path, IReadOnlyList<ParameterMember> members)
    {
        var text = Format(members);
        if (File.Exists(path) && File.ReadAllText(path) == text)
        {
            File.SetLastWriteTimeUtc(path, DateTime.UtcNow);
            return false;
        }

        File.WriteAllText(path + ".new", text);
        File.Move(path + ".new", path, overwrite: true);
        return true;
    }

    /// <summary>The file is older than the program that it describes.</summary>
    public static bool IsStale(string path, Type build) =>
        !File.Exists(path)
        || (
            build.Assembly.Location is { Length: > 0 } program
                && File.GetLastWriteTimeUtc(program) > File.GetLastWriteTimeUtc(path));

    private static void Write(Utf8JsonWriter writer, IReadOnlyList<ParameterMember> members)
    {
        writer.WriteStartObject();
        writer.WriteString("$schema", "http://json-schema.org/draft-07/schema#");
        writer.WriteString("title", "Parameters of the build");
        writer.WriteString("type", "object");
        writer.WriteBoolean("additionalProperties", false);
        writer.WriteStartObject("properties");
        writer.WriteStartObject("$schema");
        writer.WriteString("type", "string");
        writer.WriteEndObject();
        foreach (var member in members)
        {
            writer.WriteStartObject(member.Name);
            writer.WriteString("description", member.Attribute.Description);
            member.Type.WriteSchema(writer);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
