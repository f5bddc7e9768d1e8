namespace Research.Mirage.Arithmetic;

/// <summary>A problem.</summary>
/// <param name="Task">Its task.</param>
/// <param name="Left">First operand, from 0 to <see cref="LargestOperand"/>.</param>
/// <param name="Right">Second operand, likewise.</param>
public readonly record struct Problem(ArithmeticTask Task, int Left, int Right)
{
    /// <summary>Sum or product.</summary>
    public int Result => Task == ArithmeticTask.Addition ? Left + Right : Left * Right;

    /// <summary>Digits of the result.</summary>
    public int Length => DigitsOf(Result);

    /// <summary>Digits in which the operands of a task are written, zeros in front.</summary>
    public static int OperandDigits(ArithmeticTask task) => task == ArithmeticTask.Addition ? 4 : 2;

    /// <summary>The largest operand of a task.</summary>
    public static int LargestOperand(ArithmeticTask task) => task == ArithmeticTask.Addition ? 9999 : 99;

    /// <summary>Most digits of a result of a task.</summary>
    public static int LongestResult(ArithmeticTask task) => task == ArithmeticTask.Addition ? 5 : 4;

    /// <summary>Decimal digits of a number from 0 on; 1 for 0.</summary>
    internal static int DigitsOf(int number)
    {
        var digits = 1;
        while (number >= 10) (number, digits) = (number / 10, digits + 1);
        return digits;
    }
}
