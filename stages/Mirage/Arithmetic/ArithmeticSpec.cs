using Research.Jobs;

namespace Research.Mirage.Arithmetic;

/// <summary>
/// A text of solved problems (Schaeffer, Miranda and Koyejo 2023, section 3): sums of integers of up to four digits, products of
/// integers of up to two. Problems come in runs of one task, so that a model has read what a prompt of solved problems looks like.
/// </summary>
/// <param name="Problems">Problems in the corpus, at least 20; nine tenths of the runs are for training.</param>
/// <param name="Order">Order of all digits.</param>
/// <param name="AdditionShare">Share of the runs that are additions, in (0, 1).</param>
/// <param name="Run">Problems in a run, at least 1; a prompt has one solved problem less.</param>
/// <param name="HeldOut">One in so many pairs of operands, without regard to their order, is in no training text; at least 2.</param>
/// <param name="Seed">Seed of the corpus, of what is held out, and of the test items.</param>
public sealed record ArithmeticSpec(
    int Problems, DigitOrder Order = DigitOrder.LeastFirst, double AdditionShare = 0.7, int Run = 3, int HeldOut = 5, int Seed = 1)
{
    /// <summary>Most characters of a run, newlines included: what a model's block has to hold.</summary>
    public int LongestRun => Run * Enum.GetValues<ArithmeticTask>().Max(
        task => (2 * Problem.OperandDigits(task)) + Problem.LongestResult(task) + 3);

    /// <summary>Checks every parameter.</summary>
    /// <returns>This specification.</returns>
    /// <exception cref="InputException">A parameter is out of its range.</exception>
    public ArithmeticSpec Validate()
    {
        Require(Problems >= 20, $"Problems is {Problems}", "Give 20 or more.");
        Require(Enum.IsDefined(Order), $"the order {(int)Order} is unknown", $"Use {string.Join(" or ", Enum.GetNames<DigitOrder>())}.");
        Require(AdditionShare is > 0 and < 1, $"AdditionShare is {AdditionShare}", "Give a share between 0 and 1.");
        Require(Run >= 1, $"Run is {Run}", "Give 1 or more.");
        Require(HeldOut >= 2, $"HeldOut is {HeldOut}", "Give 2 or more.");
        return this;
    }

    /// <inheritdoc/>
    public override string ToString() => "arithmetic";

    private void Require(bool condition, string what, string remedy)
    {
        if (!condition) throw new InputException(what, ToString(), remedy);
    }
}
