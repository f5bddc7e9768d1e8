using System.Security.Cryptography;
using System.Text;
using Research.Learning.Auditing;
using Research.Learning.Checkpoints;
using Research.Numerics.Cpu;
using Research.Numerics.Devices;

namespace Research.Learning.Tests.Auditing;

public class DigestChainTests
{
    [Fact]
    public void Numbers_are_hashed_as_their_little_endian_bits_after_their_count()
    {
        byte[] expected = [7, 0, 0, 0, 0, 0, 0, 0, .. "numbers"u8, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x80, 0x3F, 0, 0, 0, 0xC0];
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(expected)), StateDigest.OfNumbers([1f, -2f]));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(31)]
    [InlineData(16 * 1024)]
    [InlineData(16 * 1024 + 3)]
    [InlineData(50_001)]
    public void A_device_and_the_host_give_the_same_digest_and_every_number_counts(int length)
    {
        var numbers = Enumerable.Range(0, length).Select(i => i * 0.1f).ToArray();
        using var managed = new ReferenceDevice();
        using var native = new CpuDevice(1);
        foreach (var device in new Device[] { managed, native })
        {
            using var buffer = device.Floats(length);
            buffer.Write(numbers);
            Assert.Equal(StateDigest.OfNumbers(numbers), StateDigest.Of(buffer, buffer, buffer).Weights);
        }

        foreach (var i in new[] { 0, length / 2, length - 1 })
        {
            var altered = numbers.ToArray();
            altered[i] = MathF.BitIncrement(altered[i]);
            Assert.NotEqual(StateDigest.OfNumbers(numbers), StateDigest.OfNumbers(altered));
        }
    }

    [Fact]
    public void Any_NaN_counts_as_the_same_but_zeros_keep_their_sign()
    {
        foreach (var place in new[] { 0, 7, 8, 19 })
        {
            var (first, second) = (new float[20], new float[20]);
            first[place] = float.NaN;
            second[place] = BitConverter.UInt32BitsToSingle(0x7F80_0001);
            Assert.Equal(StateDigest.OfNumbers(first), StateDigest.OfNumbers(second));
            first[place] = 0f;
            second[place] = -0f;
            Assert.NotEqual(StateDigest.OfNumbers(first), StateDigest.OfNumbers(second));
        }
    }

    [Fact]
    public void A_link_covers_the_one_before_the_step_the_state_and_the_losses_since()
    {
        var losses = Enumerable.Range(1, 4).Select(step => new LossRow(step, 1.0 / step, 0.1, 2, step * 8L)).ToArray();
        var states = Enumerable.Range(0, 3).Select(n => Random(n)).ToArray();
        var links = Links("head", losses, states);
        Assert.NotEqual(links[0], Links("other head", losses, states)[0]);
        Differs([.. losses[..2], losses[2] with { Loss = 9 }, losses[3]], states, from: 2);
        Differs([losses[0] with { Tokens = 9 }, .. losses[1..]], states, from: 1);
        Differs([losses[0] with { LearningRate = 9 }, .. losses[1..]], states, from: 1);
        Differs([losses[0] with { GradientNorm = 9 }, .. losses[1..]], states, from: 1);
        Differs(losses, [states[0], states[1] with { SecondMoment = states[0].Weights }, states[2]], from: 1);
        Differs(losses, [states[0] with { Weights = states[0].FirstMoment, FirstMoment = states[0].Weights }, .. states[1..]], from: 0);

        void Differs(LossRow[] otherLosses, StateDigest[] otherStates, int from)
        {
            var others = Links("head", otherLosses, otherStates);
            Assert.Equal(links[..from], others[..from]);
            Assert.All(Enumerable.Range(from, 3 - from), i => Assert.NotEqual(links[i], others[i]));
        }
    }

    [Fact]
    public void The_schedule_has_entries_at_both_ends_and_wherever_something_is_kept()
    {
        var spec = new TrainingSpec { Steps = 10, Batch = 1, DigestInterval = 4, StateInterval = 5, SnapshotSteps = [1, 7] };
        var schedule = new ChainSchedule(spec);
        Assert.Equal([0, 1, 4, 5, 7, 8, 10], schedule.Entries);
        Assert.Equal([5], schedule.States);
        Assert.Equal([new Segment(1, 0, 5), new Segment(2, 5, 10)], schedule.Segments);
        Assert.Equal([new Segment(1, 0, 10)], new ChainSchedule(spec with { StateInterval = 0 }).Segments);
        Assert.Equal([0], new ChainSchedule(new TrainingSpec { Steps = 0, Batch = 1 }).Entries);
        Assert.Empty(new ChainSchedule(new TrainingSpec { Steps = 0, Batch = 1 }).Segments);
    }

    [Fact]
    public void The_initial_state_is_the_first_entry_of_a_training()
    {
        using var run = new AuditedRun();
        Assert.Equal(StateDigest.Of(TrainingState.Initial(TinyCorpus.Training)), run.Artifact.ReadChain().First().Digest);
        Assert.Equal(0, run.Artifact.ReadChain().First().Step);
    }

    private static string[] Links(string head, LossRow[] losses, StateDigest[] states)
    {
        var chain = new DigestChain(head);
        return [.. states.Select((state, i) => chain.Append(i * 2, state, losses).Link)];
    }

    private static StateDigest Random(int n) => new(Text($"w{n}"), Text($"m{n}"), Text($"v{n}"));

    private static string Text(string name) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)));
}
