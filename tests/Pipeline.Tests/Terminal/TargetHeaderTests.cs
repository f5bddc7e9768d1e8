using Research.Pipeline.Terminal;

namespace Research.Pipeline.Tests.Terminal;

public sealed class TargetHeaderTests
{
    [Theory]
    [InlineData("Compile", "", "╬════════════|║ Compile|╬═══")]
    [InlineData("Train", "14 of 30 cached", "╬══════════|║ Train  14 of 30 cached|╬══")]
    [InlineData("Go", "", "╬═══════|║ Go|╬══")]
    public void The_header_is_as_wide_as_nuke_draws_it(string name, string note, string expected) =>
        Assert.Equal(expected.Split('|'), TargetHeader.Format(name, note, new Paint(isOn: false)));
}
