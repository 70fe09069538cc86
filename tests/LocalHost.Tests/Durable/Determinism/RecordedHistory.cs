using SloFunctions.LocalHost.Durable.Replay;
using SloFunctions.Testing;

namespace LocalHost.Tests.Durable.Determinism;

/// <summary>Histories of real runs, kept as files: the orchestrator's name, then anything, then <c>.json</c>.</summary>
internal static class RecordedHistory
{
    private static readonly string Folder = RepositoryRoot.Combine("tests", "LocalHost.Tests", "Durable", "Determinism", "Histories");

    /// <summary>Those of an orchestrator, by file.</summary>
    public static IEnumerable<(string File, IReadOnlyList<HistoryEvent> Events)> Of(string orchestrator) => Directory.Exists(Folder)
        ? Directory.EnumerateFiles(Folder, $"{orchestrator}.*json").Order(StringComparer.Ordinal)
            .Select(file => (Path.GetFileName(file), HistoryJson.Read(File.ReadAllText(file))))
        : [];

    /// <summary>The orchestrators that files are named after.</summary>
    public static IEnumerable<string> Names => Directory.Exists(Folder)
        ? Directory.EnumerateFiles(Folder, "*.json").Select(file => Path.GetFileName(file).Split('.')[0]).Distinct(StringComparer.Ordinal)
        : [];
}
