using Research.Learning.Inference;
using Research.Learning.Tests.Models;
using Research.Numerics;
using Research.Numerics.Cpu;
using Research.Numerics.Devices;

namespace Research.Learning.Tests.Inference;

/// <summary>Computing sequences in parts gives the bits of the training's forward pass.</summary>
public class InferencePassTests
{
    // Head sizes 5 and 22 are no multiples of a vector; 300 positions are more than one K chunk of values.
    private static readonly GptSpec Short = new(Layers: 2, Heads: 3, Width: 66, Block: 13, Vocabulary: 7);
    private static readonly GptSpec Long = new(Layers: 2, Heads: 2, Width: 10, Block: 300, Vocabulary: 5);

    public static TheoryData<InstructionSet, int> Devices => DeviceTests.Devices;

    [Fact]
    public void Every_split_of_a_short_sequence_gives_the_bits_of_the_whole_one()
    {
        var spec = Short with { Block = 7 };
        using var device = new CpuDevice(1);
        using var model = RandomModel.Of(spec, device);
        using var pass = new InferencePass(model, rows: 5, capacity: 7, lasting: true);
        var sequence = RandomModel.Tokens(spec, 7, 5);
        var expected = TrainingForward.Along(model, [sequence]);
        for (var cuts = 0; cuts < 1 << 6; cuts++)
        {
            AssertSame(expected, Compute(pass, [sequence], (_, position) => (cuts >> position & 1) == 1));
        }
    }

    [Theory, MemberData(nameof(Devices))]
    public void Mixed_lengths_in_random_parts_give_the_bits_of_whole_sequences(InstructionSet set, int threads)
    {
        using var device = new CpuDevice(threads, set);
        Check(device, Short, [13, 1, 7, 13, 2, 12], rows: 17, oneIn: 3);
        Check(device, Long, [300, 256, 257, 31, 300], rows: 200, oneIn: 70);
    }

    [Fact]
    public void The_reference_programs_agree()
    {
        using var device = new ReferenceDevice();
        Check(device, Short with { Width = 12 }, [13, 5, 2], rows: 9, oneIn: 3);
        Check(device, Long with { Layers = 1, Width = 4 }, [260], rows: 100, oneIn: 90);
    }

    private static void Check(Device device, GptSpec spec, int[] lengths, int rows, int oneIn)
    {
        using var model = RandomModel.Of(spec, device);
        using var pass = new InferencePass(model, rows, lengths.Sum(), lasting: true);
        var sequences = lengths.Select((length, i) => RandomModel.Tokens(spec, length, i)).ToArray();
        var expected = TrainingForward.Along(model, sequences);
        for (var trial = 0; trial < 3; trial++)
        {
            var philox = new Philox(trial, "cuts");
            AssertSame(expected, Compute(
                pass, sequences, (sequence, position) => philox.Below(oneIn, (sequence * 1000) + position) == 0));
        }
    }

    /// <summary>Appends to every sequence up to its next cut, runs, and so on until all are computed.</summary>
    private static LogProbabilities[] Compute(InferencePass pass, int[][] sequences, Func<int, int, bool> cut)
    {
        pass.Clear();
        var vocabulary = pass.Vocabulary;
        var rows = sequences.Select(_ => new List<float[]>()).ToArray();
        var ends = Enumerable.Repeat(ContextTree.Root, sequences.Length).ToArray();
        while (rows.Zip(sequences).Any(pair => pair.First.Count < pair.Second.Length))
        {
            var owners = new List<int>();
            var first = pass.Tree.Count;
            for (var i = 0; i < sequences.Length; i++)
            {
                for (var t = rows[i].Count; t < sequences[i].Length; t++)
                {
                    ends[i] = pass.Tree.Append(ends[i], sequences[i][t]);
                    owners.Add(i);
                    if (cut(i, t))
                    {
                        break;
                    }
                }
            }

            var answers = new float[owners.Count * vocabulary];
            pass.Run([.. Enumerable.Range(first, owners.Count)], answers);
            for (var i = 0; i < owners.Count; i++)
            {
                rows[owners[i]].Add(answers[(i * vocabulary)..((i + 1) * vocabulary)]);
            }
        }

        return [.. rows.Select(table =>
        {
            var result = new LogProbabilities(table.Count, vocabulary);
            for (var row = 0; row < table.Count; row++)
            {
                table[row].CopyTo(result.Row(row));
            }

            return result;
        })];
    }

    private static void AssertSame(LogProbabilities[] expected, LogProbabilities[] actual)
    {
        for (var i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i].Rows, actual[i].Rows);
            for (var row = 0; row < expected[i].Rows; row++)
            {
                Assert.True(expected[i][row].SequenceEqual(actual[i][row]), $"sequence {i}, position {row}");
            }
        }
    }
}
