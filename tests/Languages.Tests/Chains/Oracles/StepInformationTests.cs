using Research.Languages.Chains;
using Research.Languages.Chains.Oracles;

namespace Research.Languages.Tests.Chains.Oracles;

public sealed class StepInformationTests
{
    [Theory, InlineData(Topology.Line), InlineData(Topology.Tree), InlineData(Topology.Graph)]
    public void Information_equals_the_average_of_logarithms_over_all_states(Topology topology)
    {
        var world = SmallWorlds.Of(topology, nodes: 5, values: 3);
        var slow = new WorldEnumeration(world);
        foreach (var path in world.Routes.Pairs(2).Concat(world.Routes.Pairs(3)).Select(pair => world.Routes.Path(pair.First, pair.Second)))
        {
            double fromStart = 0, fromSteps = 0, lower = 0;
            foreach (var (values, probability) in slow.States)
            {
                Statement[] before = [.. path[..^1].Select(node => new Statement(node, values[node]))];
                var end = values[path[^1]];
                var told = slow.Conditional(path[^1], before)[end];
                var untold = slow.Conditional(path[^1], before[0])[end];
                fromStart += probability * Math.Log(untold / slow.Conditional(path[^1])[end]);
                fromSteps += probability * Math.Log(told / untold);
                if (told < untold - 1e-9) lower += probability;
            }

            var information = StepInformation.Along(new(world), path);
            Assert.Equal(fromStart, information.FromStart, 1e-12);
            Assert.Equal(fromSteps, information.FromSteps, 1e-12);
            Assert.Equal(lower, information.Lower, 1e-12);
            AssertInstance(slow, path, information);
        }
    }

    [Fact]
    public void Steps_that_carry_everything_add_what_the_start_has_lost()
    {
        // A binary chain that keeps its value with probability 3/4: q(x2|x1) = 3/4, q(x2|x0) = 10/16.
        double[] keep = [.75, .25, .25, .75];
        var world = new World(2, [[], [0], [1]], [[.5, .5], keep, keep]);

        var information = StepInformation.Along(new(world), [0, 1, 2]);

        Assert.Equal(Gain(.625), information.FromStart, 1e-12);
        Assert.Equal(Gain(.75) - Gain(.625), information.FromSteps, 1e-12);
        // The end is less likely with the step where it is not the step's value and the start's: 3/16 + ... by hand: x = 0,1,0 and 1,0,1 (1/16),
        // and 0,0,1 and 1,1,0 (3/16) fall from 3/8 to 1/4.
        Assert.Equal(.25, information.Lower, 1e-12);
        Assert.Equal((.375 / 4, .25, .375), (information.Probability, information.WithSteps, information.WithoutSteps));
        Assert.Equal([0, 0, 1], information.Instance);

        static double Gain(double p) => Math.Log(2) + (p * Math.Log(p)) + ((1 - p) * Math.Log(1 - p));
    }

    [Fact]
    public void Steps_that_say_nothing_more_leave_no_instance()
    {
        double[] half = [.5, .5, .5, .5];
        var information = StepInformation.Along(new(new World(2, [[], [0], [1]], [[.5, .5], half, half])), [0, 1, 2]);

        Assert.Equal((0, 0, 0), (information.FromSteps, information.Lower, information.Instance.Count));
    }

    private static void AssertInstance(WorldEnumeration slow, int[] path, StepInformation information)
    {
        Assert.True(information.WithSteps < information.WithoutSteps);
        Statement[] instance = [.. path.Select((node, i) => new Statement(node, information.Instance[i]))];
        Assert.Equal(slow.Probability(instance), information.Probability, 1e-12);
        Assert.Equal(slow.Conditional(path[^1], instance[..^1])[instance[^1].Value], information.WithSteps, 1e-12);
        Assert.Equal(slow.Conditional(path[^1], instance[0])[instance[^1].Value], information.WithoutSteps, 1e-12);
    }
}
