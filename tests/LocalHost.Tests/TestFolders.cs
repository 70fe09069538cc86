namespace LocalHost.Tests;

/// <summary>Folders for the tests, removed when their process ends.</summary>
internal static class TestFolders
{
    private static readonly string Root = Directory.CreateTempSubdirectory("localhost-tests-").FullName;

    private static int count;

    static TestFolders() => AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(Root, recursive: true);

    public static string Create() => Directory.CreateDirectory(Path.Combine(Root, $"{Interlocked.Increment(ref count)}")).FullName;
}
