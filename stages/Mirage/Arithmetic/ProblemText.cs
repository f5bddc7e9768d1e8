using System.Globalization;

namespace Research.Mirage.Arithmetic;

/// <summary>
/// Problems as text: <c>2100+5430=753</c> is 12 + 345 = 357 with the last digit first. Operands have all digits of their task, zeros
/// included; the result has none in front. A token is a character; a newline ends a problem.
/// </summary>
/// <param name="order">Order of all digits.</param>
public sealed class ProblemText(DigitOrder order)
{
    /// <summary>The token that ends an answer.</summary>
    public const int Newline = 0;

    /// <summary>The characters by token, in the order of their codes.</summary>
    public const string Characters = "\n*+0123456789=";

    /// <summary>The digits, which an answer consists of.</summary>
    public const string Digits = "0123456789";

    /// <summary>Everything up to and with the equals sign.</summary>
    public string Question(Problem problem)
    {
        var digits = Problem.OperandDigits(problem.Task);
        var sign = problem.Task == ArithmeticTask.Addition ? '+' : '*';
        return $"{Number(problem.Left, digits)}{sign}{Number(problem.Right, digits)}=";
    }

    /// <summary>The result.</summary>
    public string Answer(Problem problem) => Number(problem.Result, 1);

    /// <summary>Question and answer.</summary>
    public string Solved(Problem problem) => Question(problem) + Answer(problem);

    /// <summary>The tokens of a text.</summary>
    public static int[] Encode(string text) => [.. text.Select(character => Characters.IndexOf(character, StringComparison.Ordinal))];

    /// <summary>The text of tokens.</summary>
    public static string Decode(IEnumerable<int> tokens) => string.Concat(tokens.Select(token => Characters[token]));

    /// <summary>The place of an answer's most significant digit.</summary>
    public int FirstDigit(int length) => order == DigitOrder.LeastFirst ? length - 1 : 0;

    private string Number(int number, int digits)
    {
        var text = number.ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0').ToCharArray();
        if (order == DigitOrder.LeastFirst) Array.Reverse(text);
        return new string(text);
    }
}
