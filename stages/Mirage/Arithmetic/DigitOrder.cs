namespace Research.Mirage.Arithmetic;

/// <summary>In which order the digits of all numbers are written.</summary>
public enum DigitOrder
{
    /// <summary>The last digit first: each digit of a sum then follows from two digits and a carry that has been seen.</summary>
    LeastFirst,

    /// <summary>As people write: the first digit of a sum depends on all carries behind it.</summary>
    MostFirst,
}
