using Research.Learning.Inference;
using Research.Languages.Chains;
using Research.Languages.Chains.Oracles;
using Research.Numerics;

namespace Research.Evaluation.ChainOfThought;

/// <summary>All estimates of the answers to questions. Of neighbors, who have no steps between them, only the direct one.</summary>
internal sealed class ChainEstimates
{
    private readonly WorldOracle oracle;
    private readonly ModelReader reader;
    private readonly ExactReader adjacent;
    private readonly FreeGeneration generation;
    private readonly IrrelevantSteps irrelevant;
    private readonly Philox philox;

    public ChainEstimates(ChainOfThoughtSpec item, ChainLanguage language, TrainedModel model)
    {
        oracle = new(language.World);
        reader = new(model, language.Alphabet, language.World.Values);
        adjacent = new(oracle, lastOnly: true);
        generation = new(model, language, item.Training.Seed, item.Samples);
        irrelevant = new(oracle, item.Samples);
        philox = new(item.Training.Seed, "evaluation/irrelevant-steps");
    }

    /// <summary>The estimates for questions about one target.</summary>
    /// <param name="questions">The questions.</param>
    /// <param name="first">The number of the first among all questions: what its random numbers hang on.</param>
    /// <param name="cancellation">The user wants to stop.</param>
    public IEnumerable<List<Answer>> Of(IReadOnlyList<Question> questions, int first, CancellationToken cancellation)
    {
        var direct = reader.Values([.. questions.Select(question => new ChainPrompt(question.Target, [question.Condition], question.Target))], cancellation);
        List<Question> far = [.. questions.Where(question => question.Steps > 1)];
        var free = far.Count == 0 ? [] : generation.Answer(far, first, cancellation).ToList();
        for (int i = 0, k = 0; i < questions.Count; i++)
        {
            var estimates = new List<Answer> { new(Estimator.Direct, direct[i]) };
            if (questions[i].Steps > 1)
            {
                estimates.Add(new(Estimator.Free, free[k].Answer, free[k].Reached));
                estimates.AddRange(WithSteps(questions[i], first + i, cancellation));
                k++;
            }

            yield return estimates;
        }
    }

    private IEnumerable<Answer> WithSteps(Question question, int number, CancellationToken cancellation)
    {
        var (own, atRandom) = Scaffold.Answer(reader, question, cancellation);
        yield return new(Estimator.Scaffolded, own);
        yield return new(Estimator.WrongSteps, atRandom);
        var draws = new PhiloxStream(philox, step: (uint)number);
        yield return new(Estimator.IrrelevantSteps, Mean(reader.Values([.. irrelevant.Prompts(question, ref draws)], cancellation)));
        yield return new(Estimator.AdjacentSteps, Scaffold.Answer(adjacent, question, cancellation).Own);
        yield return new(Estimator.Marginal, oracle.Marginal(question.Target));
    }

    private static double[] Mean(double[][] answers)
    {
        var mean = new double[answers[0].Length];
        foreach (var answer in answers)
            for (var value = 0; value < mean.Length; value++) mean[value] += answer[value] / answers.Length;
        return mean;
    }
}
