using Research.Pipeline.Dsl;

/// <summary>
/// The research: which languages are generated, which models are trained on them, what is measured, and the report that comes of it. One file
/// per concern; <c>./build.sh --plan</c> draws it.
/// </summary>
sealed partial class Build : ResearchBuild
{
    public static int Main(string[] args) => Execute<Build>(args, build => build.Report);
}
