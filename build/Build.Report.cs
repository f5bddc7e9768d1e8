using Research.Pipeline.Dsl;

sealed partial class Build
{
    Target Report => _ => _
        .Description("Render the report")
        .DependsOn(DensityNumbers, SparsityNumbers, UnderstandingNumbers, InContextNumbers, ProductBoundNumbers)
        .Executes(() => { });
}
