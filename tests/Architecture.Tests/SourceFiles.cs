using SloFunctions.Testing;

namespace SloFunctions.Architecture.Tests;

/// <summary>The text files of the checkout, without what is built or fetched.</summary>
internal static class SourceFiles
{
    private static readonly HashSet<string> Ignored = ["artifacts", "bin", "obj", "node_modules", "TestResults", ".cache", ".git", ".vs", ".vscode"];

    /// <summary>Files below a folder, by their path inside the checkout with forward slashes.</summary>
    public static IReadOnlyList<string> Below(string folder, string pattern = "*") =>
        [.. Walk(RepositoryRoot.Combine(folder), pattern)
            .Select(path => Path.GetRelativePath(RepositoryRoot.Path, path).Replace('\\', '/'))
            .Order(StringComparer.Ordinal)];

    public static string Read(string path) => File.ReadAllText(RepositoryRoot.Combine(path));

    public static string[] Lines(string path) => File.ReadAllLines(RepositoryRoot.Combine(path));

    // In a linked worktree .git is a file, and local.settings.json holds a developer's own settings.
    private static IEnumerable<string> Walk(string folder, string pattern) =>
        Directory.EnumerateFiles(folder, pattern)
            .Where(file => Path.GetFileName(file) is not (".git" or "local.settings.json") && !file.EndsWith(".user", StringComparison.Ordinal))
            .Concat(Directory.EnumerateDirectories(folder).Where(d => !Ignored.Contains(Path.GetFileName(d))).SelectMany(d => Walk(d, pattern)));
}
