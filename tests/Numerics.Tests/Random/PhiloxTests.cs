namespace Research.Numerics.Tests;

public sealed class PhiloxTests
{
    [Theory]
    [InlineData(0u, 0u, 0u, 0u, 0u, 0u, "6627e8d5 e169c58d bc57ac4c 9b00dbd8")]
    [InlineData(~0u, ~0u, ~0u, ~0u, ~0u, ~0u, "408f276d 41c83b0e a20bc7c6 6d5451fd")]
    [InlineData(0x243f6a88u, 0x85a308d3u, 0x13198a2eu, 0x03707344u, 0xa4093822u, 0x299f31d0u, "d16cfe09 94fdcceb 5001e420 24126ea1")]
    public void Ten_rounds_give_the_published_known_answers(
        uint c0, uint c1, uint c2, uint c3, uint k0, uint k1, string expected)
    {
        var (w0, w1, w2, w3) = Philox.Rounds(c0, c1, c2, c3, k0, k1);
        Assert.Equal(expected, $"{w0:x8} {w1:x8} {w2:x8} {w3:x8}");
    }

    [Fact]
    public void A_draw_is_a_word_of_the_block_at_its_position()
    {
        var philox = new Philox(7u, 9u);
        for (var index = 0L; index < 40; index++)
        {
            var block = Philox.Rounds((uint)(index / 4), 5, 6, 0, 7, 9);
            uint[] words = [block.W0, block.W1, block.W2, block.W3];
            Assert.Equal(words[index % 4], philox.UInt32(index, step: 5, tensor: 6));
        }

        Assert.Equal(Philox.Rounds(~0u, 0, 0, 0, 7, 9).W3, philox.UInt32(Philox.LargestIndex));
        Assert.Throws<ArgumentOutOfRangeException>(() => philox.UInt32(Philox.LargestIndex + 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => philox.UInt32(-1));
    }

    [Fact]
    public void The_stream_number_is_the_start_of_the_hash_of_the_name()
    {
        // SHA-256 of "abc" starts with ba 78 16 bf.
        Assert.Equal(new Philox(3u, 0xbf1678ba), new Philox(3, "abc"));
        Assert.NotEqual(new Philox(3, "a").UInt32(0), new Philox(3, "b").UInt32(0));
        Assert.NotEqual(new Philox(3, "a").UInt32(0), new Philox(4, "a").UInt32(0));
        Assert.Equal(new Philox(0xFFFFFFFFu, 0xbf1678ba), new Philox(-1, "abc"));
    }

    [Theory, InlineData(0), InlineData(1), InlineData(3), InlineData(1002)]
    public void A_cursor_gives_the_draws_of_its_positions(int start)
    {
        var philox = new Philox(1, "cursor");
        var cursor = new PhiloxStream(philox, start, step: 2, tensor: 3);
        for (var i = start; i < start + 100; i++)
        {
            Assert.Equal(i, cursor.Position);
            Assert.Equal(philox.UInt32(i, 2, 3), cursor.UInt32());
        }

        Assert.Equal(philox.UniformDouble(start + 100, 2, 3), cursor.UniformDouble());
        Assert.Equal(philox.Below(6, start + 101, 2, 3), cursor.Below(6));
        Assert.Equal(philox.UniformSingle(start + 102, 2, 3), cursor.UniformSingle());
        Assert.Equal(philox.Normal(start + 103, 2, 3), cursor.Normal());
    }

    [Fact]
    public void A_default_cursor_draws_too()
    {
        var cursor = default(PhiloxStream);
        Assert.Equal(0x6627e8d5u, cursor.UInt32());
    }

    [Fact]
    public void A_used_up_stream_says_so()
    {
        var cursor = new PhiloxStream(new Philox(1, "end"), Philox.LargestIndex);
        cursor.UInt32();
        Assert.Throws<InvalidOperationException>(() => cursor.UInt32());
    }

    [Fact]
    public void Words_become_uniform_numbers_at_the_stated_places()
    {
        Assert.Equal(0f, PhiloxDraw.UniformSingle(255));
        Assert.Equal(1 - 1f / (1 << 24), PhiloxDraw.UniformSingle(~0u));
        Assert.Equal(0.5 / 4294967296, PhiloxDraw.UniformDouble(0));
        Assert.Equal(1 - 0.5 / 4294967296, PhiloxDraw.UniformDouble(~0u));
        Assert.Equal(5, PhiloxDraw.Below(6, ~0u));
        Assert.Equal(0, PhiloxDraw.Below(6, 715827882));
        Assert.Equal(1, PhiloxDraw.Below(6, 715827883));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Philox(1, "x").Below(0, 0));
    }

    [Fact]
    public void Draws_have_the_moments_of_their_distributions()
    {
        const int Count = 200_000;
        var cursor = new PhiloxStream(new Philox(1713, "moments"));
        double normal = 0, square = 0, fourth = 0, product = 0, previous = 0;
        var counts = new int[6];
        for (var i = 0; i < Count; i++)
        {
            var z = cursor.Normal();
            (normal, square, fourth, product) =
                (normal + z, square + z * z, fourth + z * z * z * z, product + z * previous);
            previous = z;
            counts[cursor.Below(6)]++;
        }

        // Four standard errors each.
        Assert.InRange(normal / Count, -0.009, 0.009);
        Assert.InRange(square / Count, 0.987, 1.013);
        Assert.InRange(fourth / Count, 2.91, 3.09);
        Assert.InRange(product / Count, -0.009, 0.009);
        var chiSquare = counts.Sum(count => (count - Count / 6.0) * (count - Count / 6.0) / (Count / 6.0));
        Assert.InRange(chiSquare, 0.1, 20.5);
    }
}
