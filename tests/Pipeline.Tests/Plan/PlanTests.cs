using System.Text.RegularExpressions;
using System.Xml.Linq;
using Research.Pipeline.Tests.Synthetic;

namespace Research.Pipeline.Tests.Plan;

public sealed class PlanTests : IDisposable
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private readonly Sandbox _sandbox = new();

    public void Dispose() => _sandbox.Dispose();

    [Fact]
    public void The_plan_is_a_page_on_its_own_with_the_graph_and_a_table()
    {
        _sandbox.Run("--letters", "a,b");

        var outcome = _sandbox.Run("Print", "--plan");

        Assert.Equal((0, "artifacts/laptop/plan.html\n"), (outcome.ExitCode, outcome.Output));
        Assert.Empty(outcome.Ran);
        var page = _sandbox.Read("artifacts/laptop/plan.html");
        Assert.DoesNotMatch("(src|href)=|url\\(|@import|<script", page);
        Assert.Contains("4 targets with 7 jobs: 4 cached, 3 to run.", page, StringComparison.Ordinal);
        Assert.Contains(
            "<tr><th scope=\"row\">Upper</th><td>Change to capitals</td><td>Write</td><td class=\"number\">3</td>"
            + "<td class=\"number\">2</td><td class=\"number\">1</td></tr>", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_target_can_be_reached_by_the_keyboard_and_says_what_it_is()
    {
        var targets = Graph().Descendants(Svg + "g").ToList();

        Assert.Equal(
            [
                "Write: 3 jobs to run. Write each letter some times",
                "Upper: 3 jobs to run. Change to capitals Needs Write.",
                "Join: 1 job to run. Put all texts together Needs Upper.",
                "Print: verb. Print the joined text Needs Join.",
            ],
            targets.Select(target => (string)target.Attribute("aria-label")!));
        Assert.All(targets, target => Assert.Equal("0", (string)target.Attribute("tabindex")!));
    }

    [Fact]
    public void Pointing_at_a_target_dims_what_has_nothing_to_do_with_it()
    {
        var graph = Graph("Upper", "Stop");
        var style = graph.Element(Svg + "style")!.Value;
        var rule = Regex.Match(style, @":has\(#target-Upper:is\(:hover, :focus\)\) :is\(\.target, \.edge\):not\(\.(with-\d+)\)");

        Assert.True(rule.Success);
        Assert.Equal(["target-Write", "target-Upper"], graph.Descendants(Svg + "g")
            .Where(target => ((string)target.Attribute("class")!).Split(' ').Contains(rule.Groups[1].Value))
            .Select(target => (string)target.Attribute("id")!));
    }

    private XElement Graph(params string[] targets)
    {
        _sandbox.Run([.. targets.DefaultIfEmpty("Print"), "--plan"]);
        var page = _sandbox.Read("artifacts/laptop/plan.html");
        var start = page.IndexOf("<svg", StringComparison.Ordinal);
        return XElement.Parse(page[start..(page.IndexOf("</svg>", StringComparison.Ordinal) + "</svg>".Length)]);
    }
}
