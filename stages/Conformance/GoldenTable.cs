using System.Reflection;
using Research.Conformance.Cases;
using Research.Jobs;
using Research.Numerics.Reference;

namespace Research.Conformance;

/// <summary>
/// The digests of record: for each kernel the SHA-256 of what the scalar reference programs write on all its cases. A text file in
/// the repository, so that a change is seen in review.
/// </summary>
public sealed class GoldenTable
{
    private const string Remedy = "Take the file of record from the repository; after a deliberate change of cases or rules write it anew with ./build.sh Conformance --accept-golden.";

    private readonly IReadOnlyDictionary<string, string> digests;

    private GoldenTable(IReadOnlyDictionary<string, string> digests) => this.digests = digests;

    /// <summary>The table that was built in.</summary>
    public static GoldenTable OfRecord()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("golden.txt")!;
        using var reader = new StreamReader(stream);
        return Parse(reader.ReadToEnd(), "golden.txt");
    }

    /// <summary>Reads a table.</summary>
    /// <param name="text">Its lines: <c># comment</c>, <c>specification num-1</c>, <c>kernel cases digest</c>.</param>
    /// <param name="where">What a message names as the file.</param>
    /// <exception cref="InputException">A line is malformed; a kernel stands twice or is unknown; its number of cases is another; the specification is another.</exception>
    public static GoldenTable Parse(string text, string where)
    {
        var version = "";
        var digests = new Dictionary<string, string>();
        var number = 0;
        foreach (var line in text.Split('\n').Select(line => line.Trim()))
        {
            number++;
            if (line.Length == 0 || line[0] == '#') continue;
            var fields = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            switch (fields)
            {
                case ["specification", var name]:
                    version = name;
                    break;
                case [var kernel, var cases, { Length: 64 } digest] when digest.All(char.IsAsciiHexDigit):
                    var known = CaseCatalog.Of(kernel).Count();
                    if (known == 0) throw Malformed($"there is no kernel '{kernel}'");
                    if (cases != $"{known}") throw Malformed($"{kernel} has {known} cases, not {cases}");
                    if (!digests.TryAdd(kernel, digest)) throw Malformed($"{kernel} stands twice");
                    break;
                default:
                    throw Malformed($"'{line}' is no line 'kernel cases digest'");
            }
        }

        if (version != NumericSpecification.Version)
            throw new InputException($"it is of specification '{version}', this program's is {NumericSpecification.Version}", where, Remedy);
        if (CaseCatalog.Kernels.FirstOrDefault(kernel => !digests.ContainsKey(kernel)) is { } missing)
            throw new InputException($"{missing} is missing", where, Remedy);
        return new(digests);

        InputException Malformed(string what) => new(what, $"{where}({number})", Remedy);
    }

    /// <summary>The digest of a kernel.</summary>
    public string Of(string kernel) => digests[kernel];

    /// <summary>The text of a table.</summary>
    /// <param name="digests">Digest of each kernel.</param>
    public static string Format(IReadOnlyDictionary<string, string> digests) => $"""
        # SHA-256 of what the scalar reference programs (stages/Numerics/Reference) write on all cases of a kernel
        # (stages/Conformance/Cases). Written by ./build.sh Conformance --accept-golden; a change is a new numeric specification.
        specification {NumericSpecification.Version}
        {string.Join('\n', CaseCatalog.Kernels.Select(kernel => $"{kernel} {CaseCatalog.Of(kernel).Count()} {digests[kernel]}"))}

        """;
}
