namespace Research.Learning.Inference;

/// <summary>
/// Drawing tokens at random. The draw for a token is a function of the seed, the stream, the prompt's number and the
/// token's position in its sequence: neither company nor batch size changes it.
/// </summary>
/// <param name="Seed">Any number.</param>
/// <param name="Stream">Name of the stream of random numbers: another use, another name.</param>
/// <param name="Temperature">
/// Probabilities are raised to the power 1 / temperature; positive and finite. 1 draws from the model's own distribution.
/// </param>
/// <param name="FirstPrompt">Number of the first prompt; the others count on. For prompts asked in several calls.</param>
public sealed record Sampling(int Seed, string Stream, double Temperature = 1, int FirstPrompt = 0);
