using Research.Reporting.Templates;

namespace Research.Reporting.Tests;

/// <summary>Files of the checkout that the tests run in.</summary>
internal static class Repository
{
    public static string TemplatePath { get; } = Find("report-templates");

    public static TemplateFolder Templates => TemplateFolder.Open(TemplatePath);

    private static string Find(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, name);
            if (Directory.Exists(path)) return path;
        }

        throw new DirectoryNotFoundException(name);
    }
}
