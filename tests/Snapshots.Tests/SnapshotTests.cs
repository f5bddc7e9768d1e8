namespace Research.Snapshots.Tests;

public sealed class SnapshotTests : IDisposable
{
    private const string Old = """
        {
          "profile": "smoke",
          "commit": "1234",
          "numbers": [
            { "id": "a.slope", "value": -1.5, "unit": "nats", "low": -2, "high": -1, "n": 3 },
            { "id": "a.kl", "value": 0.1, "unit": "nats", "low": null, "high": null, "n": 7 },
            { "id": "a.gone", "value": 1, "unit": "", "low": null, "high": null, "n": 1 }
          ],
          "claims": [
            { "id": "a", "statement": "s", "source": "p", "verdict": "holds", "rule": "r", "numbers": ["a.slope"] }
          ]
        }
        """;

    private readonly string folder = Directory.CreateTempSubdirectory("research-snapshot-").FullName;

    private static string New => Old
        .Replace("\"value\": 0.1,", "\"value\": 0.10000000000000002,")
        .Replace("a.gone", "a.new")
        .Replace("holds", "fails");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void The_results_leave_out_the_commit_and_the_words_of_a_claim()
    {
        var edited = Old
            .Replace("1234", "5678")
            .Replace("\"s\"", "\"other words\"")
            .Replace("\"r\"", "\"another rule\"");

        Assert.Equal(ReportNumbers.Parse(Old).Text, ReportNumbers.Parse(edited).Text);
        Assert.Equal(ReportNumbers.Parse(Old).Text, ReportNumbers.Parse(ReportNumbers.Parse(Old).Text).Text);
    }

    [Fact]
    public void Drift_is_a_table_down_to_the_last_bit()
    {
        var table = NumberDrift.Table(ReportNumbers.Parse(Old), ReportNumbers.Parse(New));

        Assert.Equal(
            """
            number       | verified | received            | difference
            a.kl.value   | 0.1      | 0.10000000000000002 | +1.388e-17
            a.gone.value | 1        |                     | gone
            a.gone.unit  | ""       |                     | gone
            a.gone.low   | null     |                     | gone
            a.gone.high  | null     |                     | gone
            a.gone.n     | 1        |                     | gone
            a.verdict    | "holds"  | "fails"             |
            a.new.value  |          | 1                   | new
            a.new.unit   |          | ""                  | new
            a.new.low    |          | null                | new
            a.new.high   |          | null                | new
            a.new.n      |          | 1                   | new
            """,
            table);
    }

    [Fact]
    public void Other_results_are_left_beside_those_of_record_until_they_agree()
    {
        var snapshot = new Snapshot(folder, "x");

        var first = snapshot.Compare(ReportNumbers.Parse(Old), isAccepting: false);
        Assert.Contains("There is no ", first);
        Assert.Equal(["x.received.json"], Files());
        Assert.Null(snapshot.Compare(ReportNumbers.Parse(Old), isAccepting: true));
        Assert.Equal(["x.verified.json"], Files());

        var drift = snapshot.Compare(ReportNumbers.Parse(New), isAccepting: false);
        Assert.Contains("a.kl.value   | 0.1      | 0.10000000000000002 | +1.388e-17", drift);
        Assert.Contains("ACCEPT_SNAPSHOTS=1", drift);
        Assert.Equal(["x.received.json", "x.verified.json"], Files());
        Assert.Equal(ReportNumbers.Parse(New).Text, File.ReadAllText(Path.Combine(folder, "x.received.json")));

        Assert.Null(snapshot.Compare(ReportNumbers.Parse(Old), isAccepting: false));
        Assert.Equal(["x.verified.json"], Files());
    }

    private IEnumerable<string?> Files() => Directory.EnumerateFiles(folder).Select(Path.GetFileName).Order();
}
