using Research.Pipeline.Scheduling;
using Research.Pipeline.Terminal;

namespace Research.Pipeline.Tests.Terminal;

public sealed class SummaryTableTests
{
    private static readonly Paint Plain = new(isOn: false);

    [Fact]
    public void The_table_has_the_shape_that_users_of_nuke_know()
    {
        SummaryRow[] rows =
        [
            new("Corpora", JobStatus.Cached, 6, 6, null, ""),
            new("Train", JobStatus.Succeeded, 30, 14, TimeSpan.FromMinutes(10), ""),
            new("Summary", JobStatus.Failed, 1, 0, TimeSpan.FromSeconds(3), "InputException: no rows"),
            new("Test", JobStatus.Skipped, null, null, null, "OnlyWhen: IsLocalBuild"),
            new("Report", JobStatus.Succeeded, null, null, TimeSpan.FromSeconds(0.2), "Claims: 9"),
        ];

        Assert.Equal(
            [
                "════════════════════════════════════════════════════════",
                "Target             Status       Jobs   Cached   Duration",
                "────────────────────────────────────────────────────────",
                "Corpora            Cached          6        6",
                "Train              Succeeded      30       14      10:00",
                "Summary            Failed          1        0       0:03   // InputException: no rows",
                "Test               Skipped                                 // OnlyWhen: IsLocalBuild",
                "Report             Succeeded                      < 1sec   // Claims: 9",
                "────────────────────────────────────────────────────────",
                "Total                             37       20      10:02   // the cache saved 1:00 of work",
                "════════════════════════════════════════════════════════",
            ],
            SummaryTable.Format(rows, TimeSpan.FromSeconds(602), "the cache saved 1:00 of work", Plain));
    }

    [Fact]
    public void A_long_name_widens_its_column()
    {
        var name = new string('x', 30);

        var lines = SummaryTable.Format([new(name, JobStatus.Cached, 1, 1, null, "")], TimeSpan.Zero, "", Plain);

        Assert.StartsWith($"{name}    Cached", lines[3], StringComparison.Ordinal);
        Assert.Equal(34 + 37, lines[0].Length);
    }

    [Fact]
    public void Colors_change_nothing_but_add_codes()
    {
        SummaryRow[] rows = [new("Train", JobStatus.Succeeded, 30, 14, TimeSpan.FromMinutes(10), "note")];

        var plain = SummaryTable.Format(rows, TimeSpan.Zero, "", Plain);
        var colored = SummaryTable.Format(rows, TimeSpan.Zero, "", new Paint(isOn: true));

        Assert.NotEqual(plain, colored);
        Assert.Equal(plain, colored.Select(line => System.Text.RegularExpressions.Regex.Replace(line, "\e\\[[0-9]*m", "")));
    }
}
