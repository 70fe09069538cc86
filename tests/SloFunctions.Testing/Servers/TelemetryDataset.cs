namespace SloFunctions.Testing.Servers;

/// <summary>A generated month of telemetry, as files and as Prometheus blocks.</summary>
/// <param name="Folder">The absolute path of the dataset.</param>
public sealed record TelemetryDataset(string Folder)
{
    /// <summary>Names the dataset to use; <c>./slo test</c> sets it.</summary>
    public const string Variable = "SLO_TELEMETRY_DATASET";

    /// <summary>The dependency graph, as the body of an ingestion request.</summary>
    public string GraphFile => Path.Combine(Folder, "graph.json");

    /// <summary>What the generator put into the series, to compare answers with.</summary>
    public string TruthFile => Path.Combine(Folder, "truth.json");

    /// <summary>The Prometheus data folder; see <see cref="PrometheusServer.StartAsync"/>.</summary>
    public string PrometheusFolder => Path.Combine(Folder, "prometheus");

    /// <summary>The dataset named by <see cref="Variable"/>, else the newest that <c>./slo</c> has made, else null.</summary>
    /// <exception cref="DirectoryNotFoundException">
    /// The variable names a folder that is not there; or SLO_REQUIRE_SERVERS is 1 and there is no dataset.
    /// </exception>
    public static TelemetryDataset? Find()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named)
        {
            return Directory.Exists(named)
                ? new TelemetryDataset(Path.GetFullPath(named))
                : throw new DirectoryNotFoundException($"{Variable} names {named}, which is not there.");
        }

        return Newest(RepositoryRoot.Combine(".cache", "telemetry")) is { } newest ? new TelemetryDataset(newest) : Missing();
    }

    /// <summary>Why tests of the dataset are skipped; null where they run, or where its absence has to fail them.</summary>
    internal static string? SkipReason { get; } =
        Environment.GetEnvironmentVariable(Variable) is not { Length: > 0 } && !IsRequired && Find() is null
            ? "There is no telemetry dataset; ./slo test makes one."
            : null;

    private static bool IsRequired => Environment.GetEnvironmentVariable("SLO_REQUIRE_SERVERS") == "1";

    private static TelemetryDataset? Missing() =>
        IsRequired
            ? throw new DirectoryNotFoundException("There is no telemetry dataset; ./slo test makes one.")
            : null;

    // A folder without its truth file is one that is still being made.
    private static string? Newest(string cache) =>
        Directory.Exists(cache)
            ? Directory.EnumerateDirectories(cache)
                .Where(folder => File.Exists(Path.Combine(folder, "truth.json")) && Directory.Exists(Path.Combine(folder, "prometheus")))
                .MaxBy(Directory.GetLastWriteTimeUtc)
            : null;
}
