using Research.Jobs;
using Research.Pipeline.Dsl;
using Research.Pipeline.Parameters;
using Research.Tables.Queries;

sealed partial class Build
{
    [Parameter("Statement to run, in DuckDB's SQL; --sql \"show tables\" lists the tables", Targets = nameof(Query))]
    readonly string? Sql;

    [Parameter("How the result is printed; by default as a table", Targets = nameof(Query))]
    readonly QueryFormat? Format;

    Target Query => _ => _
        .Description("Run SQL over all artifacts of the profile")
        .PrintsResult()
        .Executes(() => new ArtifactQuery(ArtifactTables.In(ArtifactsDirectory))
            .Print(Sql ?? throw new InputException("there is no statement", "--sql", "Give one: --sql \"show tables\"."), "--sql", Format ?? QueryFormat.Table, Console.Out));
}
