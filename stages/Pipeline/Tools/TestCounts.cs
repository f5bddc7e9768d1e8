using System.Xml.Linq;

namespace Research.Pipeline.Tools;

/// <summary>Results of test runs.</summary>
/// <param name="Passed">Tests that passed.</param>
/// <param name="Failed">Tests that failed.</param>
/// <param name="Skipped">Tests that were skipped, visibly, because something they need is missing.</param>
public sealed record TestCounts(int Passed, int Failed, int Skipped)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Passed} passed, {Failed} failed, {Skipped} skipped";

    /// <summary>Adds up the result files of a folder (<c>*.trx</c>, as <c>dotnet test --logger trx</c> writes them), however deep.</summary>
    public static TestCounts InFolder(string folder)
    {
        var outcomes = Directory.EnumerateFiles(folder, "*.trx", SearchOption.AllDirectories)
            .SelectMany(path => XDocument.Load(path).Descendants().Where(element => element.Name.LocalName == "UnitTestResult"))
            .GroupBy(result => (string?)result.Attribute("outcome") ?? "")
            .ToDictionary(group => group.Key, group => group.Count());
        var passed = outcomes.GetValueOrDefault("Passed");
        var skipped = outcomes.GetValueOrDefault("NotExecuted");
        return new TestCounts(passed, outcomes.Values.Sum() - passed - skipped, skipped);
    }
}
