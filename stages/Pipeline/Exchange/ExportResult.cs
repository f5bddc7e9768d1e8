namespace Research.Pipeline.Exchange;

/// <summary>What an export holds.</summary>
/// <param name="Jobs">Jobs that can run with it.</param>
/// <param name="Inputs">Results that these read, and that were copied.</param>
/// <param name="Bytes">Bytes of the copies.</param>
public sealed record ExportResult(int Jobs, int Inputs, long Bytes);
