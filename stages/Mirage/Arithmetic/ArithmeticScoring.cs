using Research.Jobs;
using Research.Tables;

namespace Research.Mirage.Arithmetic;

/// <summary>Scores frozen outputs with every metric. No model is asked.</summary>
public static class ArithmeticScoring
{
    /// <summary>Scores the outputs of one training.</summary>
    public static void Score(FreezeSpec item, Table<FrozenOutput> outputs, Table<ArithmeticScore> output, JobContext job) =>
        output.Write(outputs.Read().Select(ArithmeticScore.Of));
}
