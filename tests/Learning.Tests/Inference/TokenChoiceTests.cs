using Research.Learning.Inference;

namespace Research.Learning.Tests.Inference;

public class TokenChoiceTests
{
    // 1/2, 1/4, 1/8, 1/8
    private static readonly float[] Logs = [-0.6931472f, -1.3862944f, -2.0794415f, -2.0794415f];

    [Theory]
    [InlineData(0.01, 0)]
    [InlineData(0.49, 0)]
    [InlineData(0.51, 1)]
    [InlineData(0.74, 1)]
    [InlineData(0.76, 2)]
    [InlineData(0.88, 3)]
    [InlineData(0.9999999999, 3)]
    public void A_token_gets_its_share_of_the_unit_interval(double uniform, int token) =>
        Assert.Equal(token, TokenChoice.Draw(Logs, 1, uniform));

    [Theory]
    [InlineData(0.5, 0.72, 0)] // squares: 16, 4, 1, 1 of 22
    [InlineData(0.5, 0.74, 1)]
    [InlineData(0.5, 0.92, 2)]
    [InlineData(1e9, 0.49, 1)] // nearly equal
    [InlineData(1e-300, 0.9999, 0)]
    public void Temperature_is_the_root_of_the_probabilities(double temperature, double uniform, int token) =>
        Assert.Equal(token, TokenChoice.Draw(Logs, temperature, uniform));

    [Fact]
    public void A_token_without_weight_is_never_drawn()
    {
        float[] logs = [-1e6f, 0f, -1e6f];
        Assert.Equal(1, TokenChoice.Draw(logs, 1, 1e-12));
        Assert.Equal(1, TokenChoice.Draw(logs, 1, 1));
    }

    [Fact]
    public void Of_equally_probable_tokens_the_smallest_is_taken()
    {
        Assert.Equal(1, TokenChoice.Greedy([-2f, -0.5f, -3f, -0.5f]));
        Assert.Equal(0, TokenChoice.Greedy([-1f, -1f]));
    }
}
