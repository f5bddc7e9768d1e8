using Research.Numerics;
using Research.Skills.Bounds;

namespace Research.Skills.Tests.Bounds;

internal static class SkillGraphs
{
    public static SkillGraph Draw(int skills, int texts, int k, double zipf = 0, int number = 0)
        => new(new SkillMeasure(skills, zipf), texts, k, new Philox(1, "test"), number);
}
