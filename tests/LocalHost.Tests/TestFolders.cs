namespace LocalHost.Tests;

/// <summary>Folders for the tests, beside their assembly; those of an earlier run are removed first.</summary>
internal static class TestFolders
{
    private static readonly string Root = Path.Combine(AppContext.BaseDirectory, "test-folders");

    private static int count;

    static TestFolders()
    {
        if (Directory.Exists(Root))
        {
            Directory.Delete(Root, recursive: true);
        }
    }

    public static string Create() => Directory.CreateDirectory(Path.Combine(Root, $"{Interlocked.Increment(ref count)}")).FullName;
}
