using Research.Reporting.Tests.Fixture;

namespace Research.Reporting.Tests.Page;

/// <summary>
/// The report of the made-up measurements with the templates of the repository, built once for all tests that look at
/// it.
/// </summary>
[CollectionDefinition(Name)]
public sealed class PublishedReport : ICollectionFixture<PublishedReport>, IDisposable
{
    public const string Name = "published report";

    private readonly TemporaryFolder _folder = new();

    public PublishedReport() => FilePath = FixtureReport.Publish(_folder.Path, Repository.Templates);

    public string FilePath { get; }

    public void Dispose() => _folder.Dispose();
}
