namespace Research.Learning.Auditing;

/// <summary>A part of a training between two states that are known in full: what an audit replays as a whole.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Start">Updates done at its beginning; at 0 the state follows from the seed.</param>
/// <param name="End">Updates done at its end.</param>
public readonly record struct Segment(int Number, int Start, int End)
{
    /// <summary>Updates to replay.</summary>
    public int Steps => End - Start;

    /// <summary>The readable name: <c>segment 3 (steps 1,000 to 1,500)</c>.</summary>
    public override string ToString() => $"segment {Number} (steps {Start:N0} to {End:N0})";
}
