using System.Globalization;
using Research.Numerics.Statistics;

namespace Research.Evaluation.Tests.Ginc;

/// <summary>The rule of the claim on the authors' own accuracies.</summary>
public sealed class PublishedAccuraciesTests
{
    private static readonly List<(string Model, int Length, int Examples, double Accuracy)> Published = Read();

    [Fact]
    public void All_lengths_and_numbers_of_examples_are_there() => Assert.Equal(4 * 4 * 8, Published.Distinct().Count());

    [Theory, InlineData("4 layers"), InlineData("12 layers"), InlineData("16 layers"), InlineData("LSTM")]
    public void They_rise_with_the_number_of_examples_as_the_rule_asks(string model) => Assert.Equal(
        4, Rising(model, row => row.Length, row => row.Examples));

    [Theory, InlineData("4 layers"), InlineData("12 layers"), InlineData("16 layers"), InlineData("LSTM")]
    public void They_rise_with_the_length_of_the_examples_as_the_rule_asks(string model) => Assert.Equal(
        8, Rising(model, row => row.Examples, row => row.Length));

    private static int Rising(
        string model, Func<(string Model, int Length, int Examples, double Accuracy), int> series,
        Func<(string Model, int Length, int Examples, double Accuracy), int> along) =>
        Published.Where(row => row.Model == model).GroupBy(series).Count(
            part => MannKendall.Test([.. part.OrderBy(along).Select(row => row.Accuracy)]).PRising < 0.05);

    private static List<(string Model, int Length, int Examples, double Accuracy)> Read()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!Directory.Exists(Path.Combine(folder!.FullName, "report-templates"))) folder = folder.Parent;
        return [.. File.ReadLines(Path.Combine(folder.FullName, "report-templates", "published", "ginc.csv"))
            .Where(line => line[0] != '#').Skip(1).Select(line => line.Split(','))
            .Select(cells => (cells[0], Whole(cells[1]), Whole(cells[2]), double.Parse(cells[3], CultureInfo.InvariantCulture)))];

        static int Whole(string text) => int.Parse(text, CultureInfo.InvariantCulture);
    }
}
