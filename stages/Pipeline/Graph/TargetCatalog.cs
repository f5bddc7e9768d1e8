using System.Reflection;
using Research.Jobs;
using Research.Pipeline.Dsl;

namespace Research.Pipeline.Graph;

/// <summary>
/// The targets of a build class, in the order of their declaration. Each is defined when it is first asked for, which
/// must not be before the parameters are set: definitions read them.
/// </summary>
internal sealed class TargetCatalog
{
    private const BindingFlags Declared =
        BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private readonly Dictionary<string, Delegate> _definitions = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<Delegate, string> _names = [];
    private readonly Dictionary<string, TargetDeclaration> _declarations = new(StringComparer.Ordinal);
    private readonly List<string> _order = [];

    /// <summary>Reads the properties of the build's class and of its base classes.</summary>
    /// <exception cref="InputException">Two targets have the same name, but for upper and lower case.</exception>
    public TargetCatalog(ResearchBuild build)
    {
        foreach (var property in TargetProperties(build.GetType()))
        {
            var definition = (Delegate)property.GetValue(build)!;
            if (!_definitions.TryAdd(property.Name, definition))
                throw new InputException(
                    $"two targets are named '{property.Name}'", build.GetType().Name, "Rename one of them.");
            _names[definition] = property.Name;
            _order.Add(property.Name);
        }
    }

    /// <summary>The names of all targets.</summary>
    public IReadOnlyList<string> Names => _order;

    /// <summary>The target of a name, upper and lower case being the same; null if there is none.</summary>
    public TargetDeclaration? Find(string name) =>
        _definitions.TryGetValue(name, out var definition) ? Declare(_names[definition], definition) : null;

    /// <summary>The target whose property returned the delegate.</summary>
    /// <param name="definition">A target, as a definition names it.</param>
    /// <param name="usedBy">Who names it, for the message.</param>
    /// <exception cref="InputException">It is no target of the build.</exception>
    public TargetDeclaration Resolve(Delegate definition, string usedBy) =>
        Declare(NameOf(definition, usedBy), definition);

    /// <summary>
    /// The name of the target whose property returned the delegate; the target is not defined by that.
    /// </summary>
    /// <param name="definition">A target.</param>
    /// <param name="usedBy">Who names it, for the message.</param>
    /// <exception cref="InputException">It is no target of the build.</exception>
    public string NameOf(Delegate definition, string usedBy) =>
        _names.TryGetValue(definition, out var name)
            ? name
            : throw new InputException(
                "a delegate is used as a target that no property of the build class returns",
                usedBy,
                "Name the target by its property.");

    private static IEnumerable<PropertyInfo> TargetProperties(Type build)
    {
        List<Type> hierarchy = [];
        for (var type = build; type is not null && type != typeof(ResearchBuild); type = type.BaseType)
            hierarchy.Insert(0, type);
        return hierarchy
            .SelectMany(type => type.GetProperties(Declared))
            .Where(property => property.GetMethod is { IsVirtual: false } || property.DeclaringType == build)
            .Where(property => property.PropertyType is { IsGenericType: true } type
                ? type.GetGenericTypeDefinition() == typeof(Target<,>)
                : property.PropertyType == typeof(Target));
    }

    private TargetDeclaration Declare(string name, Delegate definition)
    {
        if (_declarations.TryGetValue(name, out var known))
            return known;
        var declaration = new TargetDeclaration(name, definition);
        try
        {
            if (definition is Target verb)
                verb(new TargetDefinition(declaration));
            else
                Define(definition, declaration);
        }
        catch (ArgumentException e)
        {
            // The constructors of specs refuse bad values so; the values come from the parameters.
            throw new InputException(
                e.Message, $"target {name}", "Correct the parameters of the profile, or the definition.", e);
        }

        declaration.Check();
        return _declarations[name] = declaration;
    }

    private static void Define(Delegate definition, TargetDeclaration declaration)
    {
        var empty = typeof(TargetDefinition<,>).MakeGenericType(definition.GetType().GetGenericArguments());
        var argument = Activator.CreateInstance(
            empty, BindingFlags.Instance | BindingFlags.NonPublic, binder: null, [declaration], culture: null);
        try
        {
            definition.DynamicInvoke(argument);
        }
        catch (TargetInvocationException e) when (e.InnerException is not null)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(e.InnerException);
        }
    }
}
