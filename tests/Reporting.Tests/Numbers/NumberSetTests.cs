using Research.Jobs;
using Research.Reporting.Numbers;
using Research.Tables;

namespace Research.Reporting.Tests.Numbers;

public class NumberSetTests
{
    [Theory]
    [InlineData(double.NaN, null, null, 1, "its value is NaN")]
    [InlineData(1, double.NegativeInfinity, 2.0, 1, "its lower end is -Infinity")]
    [InlineData(1, 0.0, double.NaN, 1, "its upper end is NaN")]
    [InlineData(1, 0.0, null, 1, "it has one end of an interval without the other")]
    [InlineData(1, 2.0, 1.0, 1, "its interval [2, 1] is upside down")]
    [InlineData(1, 0.0, 1.0, 0, "it rests on 0 observations")]
    public void A_number_that_cannot_be_one_is_refused(double value, double? low, double? high, int n, string what)
    {
        var error = Assert.Throws<InputException>(() => new NumberSet([new Number("a", value, "", low, high, n)]));

        Assert.Equal(what, error.What);
        Assert.Equal("number a", error.Where);
    }

    [Fact]
    public void An_id_is_given_once()
        => Assert.Equal("it is there twice", Assert.Throws<InputException>(() => new NumberSet([One("a"), One("b"), One("a")])).What);

    [Fact]
    public void Numbers_are_sorted_by_the_bytes_of_their_ids()
        => Assert.Equal(["B", "a", "a.b", "a0"], new NumberSet([One("a0"), One("a.b"), One("a"), One("B")]).All.Select(number => number.Id));

    private static Number One(string id) => new(id, 1, "", null, null, 1);
}
