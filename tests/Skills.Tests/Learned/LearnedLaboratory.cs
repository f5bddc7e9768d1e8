using Research.Jobs;
using Research.Languages.SkillTexts;
using Research.Learning;
using Research.Learning.Data;
using Research.Learning.Inference;
using Research.Learning.Models;
using Research.Numerics.Devices;
using Research.Skills.Learned;
using Research.Tables;

namespace Research.Skills.Tests.Learned;

/// <summary>A small language of skill texts, a model trained on it for a few steps, and a slow way to ask it.</summary>
internal sealed class LearnedLaboratory : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("skills-learned-").FullName;
    private readonly ReferenceDevice device = new();
    private readonly Gpt model;
    private readonly Predictor predictor;

    public LearnedLaboratory(AnswerForm answer, double heldOut = 0, int block = 12, int pieceSize = 3)
    {
        var language = new SkillTextSpec(answer, TextSizes.Poisson, 2, Ratio: 3, Skills: 8, Longest: 4, heldOut, Documents: 200);
        var corpusFolder = Create();
        Corpus = SkillCorpus.Open(corpusFolder);
        SkillCorpusGenerator.Generate(language, Corpus, new JobContext());
        var training = new Training(
            language.Name, new GptSpec(Layers: 1, Heads: 2, Width: 8, block, Language.Alphabet.Tokens),
            new TrainingSpec { Steps = 60, Batch = 4, LearningRate = 3e-2, SnapshotSteps = [20] }, Seed: 5);
        Checkpoint = Checkpoint.Open(Create());
        Trainer.Train(training, TokenText.Open(corpusFolder), Checkpoint, new JobContext());
        model = Checkpoint.Load(device, training.Model, new Vocabulary(Language.Alphabet.Characters));
        predictor = new Predictor(model, rows: 1);
        Item = new(training, language, Texts: 40, Pieces: 50, pieceSize);
    }

    public LearnedSpec Item { get; }

    public SkillCorpus Corpus { get; }

    public SkillLanguage Language => Corpus.Language;

    public Checkpoint Checkpoint { get; }

    public Table<TRow> Table<TRow>() => new(Create());

    /// <summary>Whether the trained model answers right throughout, and - ln p of the answers; token by token, from the document as it is written.</summary>
    public (bool Correct, double Loss) Ask(int[] order)
    {
        var document = "\n" + Language.Write(order);
        var (correct, loss) = (true, 0.0);
        for (var place = 1; place < document.Length; place++)
        {
            var isAnswer = document[place] < 'Ā' && document[place] != '=';
            if (!isAnswer) continue;
            var logs = predictor.AfterPrompts([[.. document[..place].Select(Token)]])[0].ToArray();
            correct &= Array.IndexOf(logs, logs.Max()) == Token(document[place]);
            loss -= logs[Token(document[place])];
        }

        return (correct, loss);
    }

    public void Dispose()
    {
        predictor.Dispose();
        model.Dispose();
        device.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private int Token(char character) => Language.Alphabet.Characters.IndexOf(character);

    private string Create() => Directory.CreateDirectory(Path.Combine(folder, Path.GetRandomFileName())).FullName;
}
