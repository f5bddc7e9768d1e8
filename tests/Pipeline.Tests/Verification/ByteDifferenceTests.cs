using Research.Pipeline.Tests.Store;
using Research.Pipeline.Verification;

namespace Research.Pipeline.Tests.Verification;

public sealed class ByteDifferenceTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("abc", "abd", "byte 2: 0x63 against 0x64; line 1: 'abc' against 'abd'")]
    [InlineData("one\ntwo\nx", "one\ntwo!\nx", "byte 7: 0x0A against 0x21; line 2: 'two' against 'two!'")]
    [InlineData("one\n", "one\ntwo", "4 against 7 bytes, equal as far as both go; line 2: '' against 'two'")]
    [InlineData("", "x", "0 against 1 bytes, equal as far as both go; line 1: '' against 'x'")]
    [InlineData("a\0b", "a\0c", "byte 2: 0x62 against 0x63")]
    public void It_names_the_byte_and_of_a_text_the_line(string stored, string received, string expected) =>
        Assert.Equal(expected, Describe(stored, received));

    [Fact]
    public void Of_a_long_line_it_shows_what_stands_around_the_difference()
    {
        var text = new string('-', 500);

        Assert.Equal(
            $"byte 500: 0x61 against 0x62; line 1: '…{new string('-', 30)}a{new string('=', 49)}…' against '…{new string('-', 30)}b{new string('=', 49)}…'",
            Describe($"{text}a{new string('=', 100)}", $"{text}b{new string('=', 100)}"));
    }

    [Theory]
    [InlineData(65535)]
    [InlineData(65536)]
    [InlineData(200_000)]
    public void A_difference_is_found_wherever_the_file_is_cut_into_buffers(int at)
    {
        var text = string.Concat(Enumerable.Repeat("1234567\n", 30_000)).ToCharArray();
        var stored = new string(text);
        text[at] = '!';

        Assert.StartsWith($"byte {at}: ", Describe(stored, new string(text)), StringComparison.Ordinal);
        Assert.Contains($"; line {(at / 8) + 1}: '", Describe(stored, new string(text)), StringComparison.Ordinal);
    }

    private string Describe(string stored, string received)
    {
        var (left, right) = (_folder["left"], _folder["right"]);
        File.WriteAllText(left, stored);
        File.WriteAllText(right, received);
        return ByteDifference.Describe(left, right);
    }
}
