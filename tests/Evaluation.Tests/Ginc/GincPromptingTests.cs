using Research.Evaluation.Ginc;
using Research.Evaluation.Tests.Slow;
using Research.Jobs;
using Research.Languages.Ginc;
using Research.Languages.Tests.Ginc;

namespace Research.Evaluation.Tests.Ginc;

public sealed class GincPromptingTests
{
    [Fact]
    public void Every_row_equals_a_slow_computation_by_definition()
    {
        using var laboratory = new GincLaboratory();
        using var model = new SlowModel(laboratory.Checkpoint, laboratory.Training, laboratory.Language.Alphabet);
        var item = laboratory.Asking(length: 3, mostExamples: 2, prompts: 8);
        var sampler = new HiddenSampler(laboratory.Language);
        var paths = new HiddenPaths(laboratory.Language, [0, 1]);

        var rows = laboratory.Prompting(item);

        Assert.Equal(3 * 2 * 8, rows.DistinctBy(row => (row.Concepts, row.Examples, row.Prompt)).Count());
        foreach (var row in rows)
            AssertRow(row, new(item, laboratory.Language, sampler, row.Concepts, row.Prompt), laboratory.Language, model, paths);
        Assert.Contains(rows, row => row.ToldKl is null);
        Assert.Contains(rows, row => row.ExactCorrect != row.ModelCorrect);
    }

    [Fact]
    public void The_exact_predictor_keeps_its_bounds_on_the_authors_language_and_the_product_is_none()
    {
        using var laboratory = new GincLaboratory(new(Documents: 30, DocumentLength: 1000), block: 60);

        var rows = laboratory.Prompting(laboratory.Asking(length: 5, mostExamples: 8, prompts: 100));

        var seen = rows.FindAll(row => row.Concepts == ConceptKind.Seen);
        Assert.All(seen, row => Assert.True(row.ExactGap <= (row.Epsilon * (1 + 1e-9)) + 1e-12, $"{row}"));
        Assert.All(seen.Where(row => row.Examples > 1), row => Assert.True(row.Joint <= row.OddsBound * (1 + 1e-9), $"{row}"));
        Assert.Contains(seen, row => row.Joint > row.Product * 1.001);
        Assert.All(rows, row => Assert.Equal(row.Concepts == ConceptKind.Unseen, row.Epsilon is null));
        Assert.All(seen, row => Assert.True(row is { ExactKl: >= -1e-9, ToldKl: >= -1e-9 }, $"{row}"));
        Assert.True(Accuracy(row => row.ToldCorrect, 8) > Accuracy(row => row.ToldCorrect, 0));

        double Accuracy(Func<GincPromptRow, bool> of, int n) => seen.Where(row => row.Examples == n).Average(row => of(row) ? 1 : 0);
    }

    [Fact]
    public void One_thread_and_three_write_the_same_bytes()
    {
        using var laboratory = new GincLaboratory();
        var files = new[] { 1, 3 }.Select(threads =>
        {
            var table = laboratory.Table<GincPromptRow>();
            GincPrompting.Measure(laboratory.Asking(3, 2, 20), laboratory.Checkpoint, table, new JobContext { Threads = threads });
            return File.ReadAllBytes(table.FilePath);
        }).ToList();

        Assert.Equal(files[0], files[1]);
    }

    [Fact]
    public void Prompts_longer_than_the_block_are_named()
    {
        using var laboratory = new GincLaboratory();

        var error = Assert.Throws<InputException>(() => laboratory.Prompting(laboratory.Asking(3, 4, 2)));

        Assert.Equal("4 examples of 3 tokens and an unfinished one take 18 symbols, the model's block has 12", error.What);
        Assert.Equal(
            "examples of 1 tokens leave nothing to predict from",
            Assert.Throws<InputException>(() => laboratory.Prompting(laboratory.Asking(1, 1, 2))).What);
    }

    [Fact]
    public void A_checkpoint_of_another_vocabulary_is_named()
    {
        using var laboratory = new GincLaboratory();
        using var other = new GincLaboratory(GincLaboratory.Tiny with { Symbols = 3 });
        var item = laboratory.Asking(3, 1, 2) with { Training = other.Training };

        var error = Assert.Throws<InputException>(
            () => GincPrompting.Measure(item, other.Checkpoint, laboratory.Table<GincPromptRow>(), new JobContext()));

        Assert.Contains("the model knows the characters '\\nab', the text has '\\nabc", error.What);
    }

    [Fact]
    public void The_trainer_reads_a_corpus_as_the_generator_made_it()
    {
        using var laboratory = new GincLaboratory();
        var segments = laboratory.Corpus.Segments().ToList();

        Assert.Contains(segments, segment => segment.Text.Length == 0);
        Assert.Equal(laboratory.Language.Alphabet.Characters, laboratory.Text.Vocabulary.Characters);
        foreach (var (split, tokens) in new[] { ("train", laboratory.Text.Train), ("validation", laboratory.Text.Validation) })
        {
            var text = string.Concat(segments.Where(segment => segment.Split == split).Select(segment => segment.Text + "\n"));
            Assert.Equal(laboratory.Language.Alphabet.Encode(text), Enumerable.Range(0, tokens.Length).Select(i => tokens[i]));
        }
    }

    private static void AssertRow(GincPromptRow row, GincPrompt prompt, GincLanguage language, SlowModel model, HiddenPaths paths)
    {
        var tokens = language.Alphabet.Tokens;
        int[] unfinished = [.. prompt.Unfinished];
        var text = prompt.Text(row.Examples);
        var truth = Conditional(token => ExamplePaths.Probability(language, prompt.Concept, prompt.Slot, [.. unfinished, token]));
        var label = Top(truth!);
        Assert.Equal((5, 3, prompt.Concept), (row.Seed, row.Length, row.Concept));
        AssertReader(model.Next(text), row.ModelCorrect, row.ModelLabel, row.ModelKl);

        var joint = paths.Anywhere(text);
        var exact = Conditional(token => joint.Sum(next => next[token]));
        AssertReader(exact, row.ExactCorrect, row.ExactLabel, row.ExactKl);
        int[][] examples = [.. Enumerable.Range(1, row.Examples).Select(n => prompt.Example(n).ToArray())];
        var pairs = (from c in Enumerable.Range(0, 2) from s in Enumerable.Range(1, 2) select (Concept: c, Slot: s)).ToList();
        AssertReader(
            Conditional(token => pairs.Sum(pair => Likelihood(pair, [.. examples, [.. unfinished, token]]))), row.ToldCorrect, row.ToldLabel,
            row.ToldKl);

        if (row.Concepts == ConceptKind.Unseen) return;
        Near.Equal(1 - (joint[prompt.Concept].Sum() / joint.Sum(next => next.Sum())), row.Epsilon!.Value, "epsilon");
        var given = Conditional(token => joint[prompt.Concept][token])!;
        Near.Equal(exact!.Zip(given).Max(pair => Math.Abs(pair.First - pair.Second)), row.ExactGap!.Value, "gap");
        Assert.Equal(row.Examples > 1, row.Joint is not null);
        if (row.Examples < 2) return;
        double[] single = [.. examples.Select(example => Ambiguity([example]))];
        var odds = single.Aggregate(1.0, (product, epsilon) => product * epsilon / (1 - epsilon));
        Near.Equal(Ambiguity(examples), row.Joint!.Value, "joint");
        Near.Equal(single.Aggregate(1.0, (product, epsilon) => product * epsilon), row.Product!.Value, "product");
        Near.Equal(odds / (1 + odds), row.OddsBound!.Value, "odds bound");

        void AssertReader(double[]? prediction, bool correct, double probability, double? kl)
        {
            Assert.Equal(prediction is not null && Top(prediction) == label, correct);
            Near.Equal(prediction?[label] ?? 0, probability, "label");
            Assert.Equal(prediction is null, kl is null);
            if (prediction is not null) Near.Equal(SlowReader.Kl(truth!, prediction), kl!.Value, "KL");
        }

        double[]? Conditional(Func<int, double> joint)
        {
            double[] weights = [.. Enumerable.Range(0, tokens).Select(joint)];
            return weights.Sum() > 0 ? [.. weights.Select(weight => weight / weights.Sum())] : null;
        }

        double Likelihood((int Concept, int Slot) pair, int[][] all) =>
            all.Aggregate(1.0, (product, example) => product * ExamplePaths.Probability(language, pair.Concept, pair.Slot, example));

        double Ambiguity(int[][] all) => 1 - (Likelihood((prompt.Concept, prompt.Slot), all) / pairs.Sum(pair => Likelihood(pair, all)));
    }

    private static int Top(double[] distribution) => Array.IndexOf(distribution, distribution.Max());
}
