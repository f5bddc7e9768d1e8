using System.CommandLine;
using Research.Jobs;
using Research.Pipeline.Parameters;
using Research.Pipeline.Terminal;

namespace Research.Pipeline.CommandLine;

/// <summary>Reads the command line: the tool's own options, one option per parameter, and names of targets.</summary>
internal sealed class InvocationParser
{
    private const string Where = "command line";

    private static readonly string[] Verbosities = ["quiet", "minimal", "normal", "verbose"];
    private static readonly string[] Devices = ["auto", "cpu", "gpu"];

    private readonly IReadOnlyList<string> _targetNames;
    private readonly Argument<string[]> _targets = new("targets") { Arity = ArgumentArity.ZeroOrMore };
    private readonly Option<string> _profile = Text("--profile");
    private readonly Option<string> _jobs = Text("--jobs");
    private readonly Option<string> _device = Text("--device");
    private readonly Option<string> _verbosity = Text("--verbosity");
    private readonly Option<string> _why = new("--why") { Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<bool> _dryRun = new("--dry-run");
    private readonly Option<bool> _plan = new("--plan");
    private readonly Option<bool> _noCache = new("--no-cache");
    private readonly Option<bool> _keepGoing = new("--keep-going");
    private readonly Option<bool> _schema = new("--schema");
    private readonly Option<bool> _help = new("--help", "-h", "-?");
    private readonly List<Option> _parameters;
    private readonly Command _command = new("build");

    /// <summary>Prepares the options.</summary>
    /// <exception cref="InputException">A parameter has the name of one of the tool's own options.</exception>
    public InvocationParser(IReadOnlyList<string> targetNames, IReadOnlyList<ParameterMember> members)
    {
        _targetNames = targetNames;
        Option[] own = [_profile, _jobs, _device, _verbosity, _why, _dryRun, _plan, _noCache, _keepGoing, _schema, _help];
        if (members.FirstOrDefault(member => own.Any(option => option.Name == member.Option)) is { } taken)
            throw new InputException(
                $"{taken.Option} is an option of the tool", $"parameter {taken.Name}", "Rename the field.");
        _parameters = [.. members.Select(
            Option (member) => member.IsSwitch ? new Option<bool>(member.Option) : Text(member.Option))];
        _command.Arguments.Add(_targets);
        foreach (var option in own.Concat(_parameters))
            _command.Options.Add(option);
    }

    /// <summary>Reads the arguments.</summary>
    /// <exception cref="InputException">
    /// Something is unknown or misses its value; the message names what may have been meant.
    /// </exception>
    public Invocation Parse(IReadOnlyList<string> arguments)
    {
        var parsed = _command.Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
        var words = parsed.GetValue(_targets) ?? [];
        if (words.FirstOrDefault(word => word.StartsWith('-')) is { } unknown)
            throw UnknownOption(unknown.Split('=')[0]);
        if (parsed.Errors is [var error, ..])
            throw new InputException(error.Message.TrimEnd('.'), Where, "See --help.");
        return new Invocation
        {
            Targets = [.. words.Select(TargetNamed).Distinct()],
            Profile = parsed.GetValue(_profile) ?? Invocation.DefaultProfile,
            Jobs = parsed.GetValue(_jobs) is { } jobs
                ? (int)Read("--jobs", ParameterType.Of(typeof(int), new ParameterAttribute("") { Minimum = 1 }), jobs)
                : null,
            Device = parsed.GetValue(_device) is { } device
                ? (DeviceChoice)Read("--device", new ChoiceType(typeof(DeviceChoice), Devices), device)
                : DeviceChoice.Auto,
            Verbosity = parsed.GetValue(_verbosity) is { } verbosity
                ? (Verbosity)Read("--verbosity", new ChoiceType(typeof(Verbosity), Verbosities), verbosity)
                : Verbosity.Normal,
            IsWhy = parsed.GetResult(_why) is not null,
            WhyPattern = parsed.GetValue(_why) ?? "",
            IsDryRun = parsed.GetValue(_dryRun),
            IsPlan = parsed.GetValue(_plan),
            NoCache = parsed.GetValue(_noCache),
            KeepGoing = parsed.GetValue(_keepGoing),
            IsSchema = parsed.GetValue(_schema),
            IsHelp = parsed.GetValue(_help),
            Parameters = _parameters
                .Where(option => parsed.GetResult(option) is { Implicit: false })
                .ToDictionary(option => option.Name, option => TextOf(parsed, option)),
        };
    }

    private static string TextOf(ParseResult parsed, Option option) => option is Option<bool> present
        ? parsed.GetValue(present) ? "true" : "false"
        : parsed.GetValue((Option<string>)option)!;

    private static Option<string> Text(string name) => new(name) { Arity = ArgumentArity.ExactlyOne };

    private static object Read(string option, ParameterType type, string text)
    {
        try
        {
            return type.FromText(text);
        }
        catch (WrongValueException e)
        {
            throw new InputException(e.Message, option, e.Remedy(type), e);
        }
    }

    // PublishWorker may be typed Publish-Worker, as options are.
    private string TargetNamed(string word) =>
        _targetNames.FirstOrDefault(name => name.Equals(word.Replace("-", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase))
        ?? throw new InputException($"there is no target '{word}'", Where, NearestMatch.Remedy(word, _targetNames));

    private InputException UnknownOption(string word)
    {
        var known = _command.Options.Select(option => option.Name).ToList();
        var remedy = NearestMatch.Of(word, known) is { } nearest ? $"Did you mean '{nearest}'?" : "See --help.";
        return new InputException($"there is no option '{word}'", Where, remedy);
    }
}
