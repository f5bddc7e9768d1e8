namespace Research.Numerics.Gpu;

/// <summary>A GPU or its driver refused something; the message says what, and what to do where that is known.</summary>
/// <param name="message">Whole sentences for a person.</param>
public sealed class GpuException(string message) : Exception(message);
