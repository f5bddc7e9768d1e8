using HandlebarsDotNet;
using HandlebarsDotNet.Compiler;
using Research.Jobs;
using Research.Reporting.Claims;
using Research.Reporting.Figures;
using Research.Reporting.Numbers;
using Research.Tables.Queries;

namespace Research.Reporting.Templates;

/// <summary>
/// Fills the templates. Their words: <c>{{number "id"}}</c>, <c>{{verdict "claim"}}</c>, <c>{{#claim
/// "id"}}...{{/claim}}</c>, <c>{{#figure "name"}}caption{{/figure}}</c>, <c>{{table "name"}}</c>, <c>{{#measured
/// "prefix"}}...{{else}}...{{/measured}}</c> for what not every run has, and <c>{{late "name"}}</c> for what is known only when the report is
/// published. A name that does not exist is an error.
/// </summary>
internal sealed class ReportPage
{
    private readonly TemplateFolder _folder;
    private readonly string _page;
    private readonly TemplateSources _sources;
    private readonly NumberSet _numbers;
    private readonly IReadOnlyList<JudgedClaim> _claims;
    private readonly ArtifactQuery _tables;
    private readonly IHandlebars _handlebars;
    private readonly List<(FigureSpecification Figure, QueryResult Data)> _figures = [];

    /// <param name="folder">The templates.</param>
    /// <param name="page">Which of them is the page.</param>
    /// <param name="numbers">All numbers that it may name.</param>
    /// <param name="claims">All claims that it may name.</param>
    /// <param name="tables">The tables that its figures and tables query.</param>
    public ReportPage(TemplateFolder folder, string page, NumberSet numbers, IReadOnlyList<JudgedClaim> claims, ArtifactQuery tables)
    {
        _folder = folder;
        _page = page;
        _sources = new TemplateSources(folder);
        _numbers = numbers;
        _claims = claims;
        _tables = tables;
        _handlebars = Handlebars.Create(new HandlebarsConfiguration
        {
            ThrowOnUnresolvedBindingExpression = true,
            TextEncoder = new HtmlEncoder(),
        });
        Helper("number", id => NumberHtml.Of(_numbers.Get(id, _sources.Place("number", id))));
        Helper("verdict", id => VerdictHtml.Of(Claim("verdict", id).Verdict));
        Helper("table", name => TableHtml.Of(name, Known("table", name, _folder.TableNames, _folder.Table), _tables));
        Helper("late", LatePlaces.Mark);
        Block("claim", (output, options, id) => options.Template(output, ClaimView.Of(Claim("claim", id))));
        Block("figure", Figure);
        _handlebars.RegisterHelper("measured", Measured);
    }

    /// <summary>The page, with marks for what is known only when it is published.</summary>
    /// <exception cref="InputException">A template, figure or table is wrong, or names what does not exist.</exception>
    public string Render(string title, string profile, CancellationToken cancellation)
    {
        foreach (var (name, path, text) in _sources.All)
        {
            if (path != _page) Guarded(path, () => _handlebars.RegisterTemplate(name, text));
        }

        var page = TemplateFolder.Read(_page);
        var view = new PageView(title, profile, TemplateFolder.Read(_folder.Style), _claims, _numbers);
        var html = Guarded(_page, () => _handlebars.Compile(page)(view));
        foreach (var (name, svg) in FigureRenderer.Draw(_folder, _figures, cancellation))
            html = html.Replace(Drawing(name), svg, StringComparison.Ordinal);
        return html;
    }

    private static string Drawing(string name) => $"<!--figure:{name}-->";

    private void Figure(EncodedTextWriter output, BlockHelperOptions options, string name)
    {
        var path = Known("figure", name, _folder.FigureNames, _folder.Figure);
        if (_figures.Exists(entry => entry.Figure.Name == name))
            throw new InputException(
                $"the figure '{name}' stands twice in the report", _sources.Place("figure", name), "Refer to it instead.");
        var figure = FigureSpecification.Read(name, path);
        if (figure.Absence(_tables) is { } absence)
        {
            output.WriteSafeString("<p class=\"absent\">Not drawn: ");
            output.Write(absence);
            output.WriteSafeString("</p>");
            return;
        }

        var data = figure.Data(_tables);
        _figures.Add((figure, data));
        output.WriteSafeString(
            $"<figure id=\"figure-{name}\">\n<div class=\"drawing\">{Drawing(name)}</div>\n"
            + $"<figcaption><b>Figure {_figures.Count}.</b> ");
        options.Template(output, FigureCaption.Context(data));
        output.WriteSafeString("</figcaption>\n</figure>");
    }

    private void Measured(EncodedTextWriter output, BlockHelperOptions options, Context context, Arguments arguments)
    {
        if (_numbers.Family(Argument("measured", arguments)).Count > 0) options.Template(output, context);
        else options.Inverse(output, context);
    }

    private void Helper(string name, Func<string, string> html)
        => _handlebars.RegisterHelper(name, (EncodedTextWriter output, Context _, Arguments arguments)
            => output.WriteSafeString(html(Argument(name, arguments))));

    private void Block(string name, Action<EncodedTextWriter, BlockHelperOptions, string> write)
        => _handlebars.RegisterHelper(
            name,
            (EncodedTextWriter output, BlockHelperOptions options, Context _, Arguments arguments)
                => write(output, options, Argument(name, arguments)));

    private string Argument(string helper, Arguments arguments)
        => arguments.Length == 1 && arguments[0] is string argument
            ? argument
            : throw new InputException(
                $"{{{{{helper}}}}} takes one name", _sources.Place(helper, ""), $"Write {{{{{helper} \"name\"}}}}.");

    private JudgedClaim Claim(string helper, string id)
        => _claims.FirstOrDefault(judged => judged.Claim.Id == id)
            ?? throw Unknown(helper, "claim", id, _claims.Select(judged => judged.Claim.Id));

    private string Known(string helper, string name, IReadOnlyList<string> names, Func<string, string> path)
        => names.Contains(name) ? path(name) : throw Unknown(helper, helper, name, names);

    private InputException Unknown(string helper, string kind, string name, IEnumerable<string> known)
        => new($"there is no {kind} '{name}'", _sources.Place(helper, name), NearestName.Suggestion(name, known.ToList()));

    private void Guarded(string path, Action render) => Guarded(path, () =>
    {
        render();
        return 0;
    });

    // The library wraps what a helper throws; its own errors say the place in the template.
    private T Guarded<T>(string path, Func<T> render)
    {
        try
        {
            return render();
        }
        catch (HandlebarsUndefinedBindingException exception)
        {
            throw new InputException(
                $"the template names '{exception.MissingKey}', which does not exist here",
                _sources.Mention(exception.MissingKey) ?? path,
                "Correct the name.", exception);
        }
        catch (Exception exception) when (exception is HandlebarsException or InputException)
        {
            for (Exception? inner = exception; inner is not null; inner = inner.InnerException)
            {
                if (inner is InputException input) throw input;
            }

            throw new InputException(
                $"the template is wrong ({exception.Message})", path, "Correct the template.", exception);
        }
    }
}
