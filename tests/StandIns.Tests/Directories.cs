namespace StandIns.Tests;

/// <summary>Where the sources are.</summary>
internal static class Directories
{
    public static string Root()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "SloFunctions.sln")))
        {
            directory = directory.Parent;
        }

        return directory?.FullName ?? throw new InvalidOperationException("SloFunctions.sln is in no folder above the tests.");
    }
}
