using System.Reflection.PortableExecutable;
using System.Reflection.Metadata;
using System.Xml.Linq;

namespace Research.Architecture.Tests;

/// <summary>The arrows between the projects of the house: each stage may use what stands here, and what that may use.</summary>
public sealed class ArrowTests
{
    private static readonly Dictionary<string, string[]> Arrows = new()
    {
        ["Jobs"] = [],
        ["Pipeline"] = ["Jobs"],
        ["Numerics"] = [],
        ["Tables"] = ["Jobs"],
        ["Learning"] = ["Jobs", "Numerics", "Tables"],
        ["Languages"] = ["Jobs", "Numerics", "Tables"],
        ["Summaries"] = ["Numerics", "Tables"],
        ["Evaluation"] = ["Learning", "Languages", "Summaries"],
        ["Skills"] = ["Learning", "Languages", "Summaries"],
        ["Mirage"] = ["Learning", "Summaries"],
        ["Reporting"] = ["Jobs", "Tables"],
        ["Conformance"] = ["Learning"],
    };

    public static IEnumerable<object[]> Stages => StageNames.Select(stage => new object[] { stage });

    private static IEnumerable<string> StageNames =>
        Repository.Projects("stages").Select(path => Path.GetFileNameWithoutExtension(path));

    [Theory, MemberData(nameof(Stages))]
    public void A_stage_declares_no_reference_against_the_arrows(string stage)
    {
        var references = XDocument.Load(Path.Combine(Repository.Root, "stages", stage, $"{stage}.csproj"))
            .Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')));

        AssertAllowed(stage, references);
    }

    [Theory, MemberData(nameof(Stages))]
    public void A_compiled_stage_uses_nothing_against_the_arrows(string stage)
    {
        using var stream = File.OpenRead(Path.Combine(AppContext.BaseDirectory, $"Research.{stage}.dll"));
        using var image = new PEReader(stream);
        var metadata = image.GetMetadataReader();
        var references = metadata.AssemblyReferences
            .Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))
            .Where(name => name.StartsWith("Research.", StringComparison.Ordinal))
            .Select(name => name["Research.".Length..]);

        AssertAllowed(stage, references);
    }

    [Fact]
    public void Every_stage_of_the_house_is_a_folder_with_one_project_of_its_name()
    {
        foreach (var path in Repository.Projects("stages"))
        {
            Assert.Equal(Path.GetFileName(Path.GetDirectoryName(path)), Path.GetFileNameWithoutExtension(path));
        }

        Assert.Equal(Arrows.Keys.Order(), StageNames.Order());
    }

    [Fact]
    public void Every_stage_has_a_test_project()
    {
        var tested = Repository.Projects("tests").Select(path => Path.GetFileNameWithoutExtension(path)).ToHashSet();

        Assert.All(Arrows.Keys, stage => Assert.Contains($"{stage}.Tests", tested));
    }

    private static void AssertAllowed(string stage, IEnumerable<string> references)
    {
        Assert.True(Arrows.ContainsKey(stage), $"stages/{stage} is not part of the house; add its arrows here and to the docs.");
        var allowed = Reachable(stage);
        foreach (var reference in references)
        {
            Assert.True(
                allowed.Contains(reference),
                $"{stage} uses {reference}, against the arrows; it may use: {string.Join(", ", allowed.Order())}.");
        }
    }

    private static HashSet<string> Reachable(string stage)
    {
        var reached = new HashSet<string>();
        var open = new Queue<string>(Arrows[stage]);
        while (open.TryDequeue(out var next))
        {
            if (reached.Add(next))
            {
                foreach (var further in Arrows[next])
                {
                    open.Enqueue(further);
                }
            }
        }

        return reached;
    }
}
