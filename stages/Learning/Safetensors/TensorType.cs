namespace Research.Learning.Safetensors;

/// <summary>Element types of a safetensors file that this project reads and writes.</summary>
public enum TensorType
{
    /// <summary>32-bit floating point.</summary>
    F32,

    /// <summary>64-bit floating point.</summary>
    F64,

    /// <summary>64-bit signed integer.</summary>
    I64,
}
