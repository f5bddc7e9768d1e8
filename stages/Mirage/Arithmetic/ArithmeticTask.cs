namespace Research.Mirage.Arithmetic;

/// <summary>What is asked (Schaeffer, Miranda and Koyejo 2023, section 3).</summary>
public enum ArithmeticTask
{
    /// <summary>Sum of two integers of up to four digits; targets of 1 to 5 digits.</summary>
    Addition,

    /// <summary>Product of two integers of up to two digits; targets of 1 to 4 digits.</summary>
    Multiplication,
}
