using Research.Numerics;

namespace Research.Learning.Vision;

/// <summary>
/// Draws sequences of images. Sequence r of step s takes the draws r (4 + 2 pairs), ... of step s: whether it is bursty, its two
/// classes if so, and for each place the class and the image.
/// </summary>
/// <param name="images">The images to draw from.</param>
/// <param name="pairs">Images of a sequence.</param>
/// <param name="philox">The random numbers.</param>
public sealed class ImageSequences(LabelledImages images, int pairs, Philox philox)
{
    private const int DrawsOfSequence = 4;

    private readonly int[][] members =
        [.. images.Classes.Select((label, image) => (label, image)).GroupBy(pair => pair.label, pair => pair.image).OrderBy(group => group.Key).Select(group => group.ToArray())];

    /// <summary>The numbers of the images of so many sequences, [sequences, pairs]; every class is equally likely.</summary>
    /// <param name="step">Of the stream.</param>
    /// <param name="bursty">Share of sequences of two classes only.</param>
    /// <param name="chosen">Receives the numbers.</param>
    public void Draw(int step, double bursty, Span<int> chosen)
    {
        for (var sequence = 0; sequence < chosen.Length / pairs; sequence++)
        {
            var draws = new PhiloxStream(philox, (long)sequence * (DrawsOfSequence + (2 * pairs)), (uint)step);
            var isBursty = draws.UniformDouble() < bursty;
            var (first, second) = (draws.Below(members.Length), draws.Below(members.Length));
            for (var place = 0; place < pairs; place++)
            {
                var any = draws.Below(members.Length);
                var group = members[!isBursty ? any : any % 2 == 0 ? first : second];
                chosen[(sequence * pairs) + place] = group[draws.Below(group.Length)];
            }
        }
    }
}
