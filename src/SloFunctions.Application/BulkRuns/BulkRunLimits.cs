namespace SloFunctions.Application.BulkRuns;

/// <summary>How large the parts of a bulk run are.</summary>
public static class BulkRunLimits
{
    /// <summary>The most services that a request may name.</summary>
    public const int NamedServices = 100_000;

    /// <summary>The most fields that a refusal names.</summary>
    public const int ReportedErrors = 20;

    /// <summary>Services of a chunk, which has an orchestration of its own.</summary>
    public const int Chunk = 100;

    /// <summary>Services of a slice, which one activity works on.</summary>
    public const int Slice = 10;

    /// <summary>Chunks at work at once.</summary>
    public const int ChunksAtOnce = 20;

    /// <summary>Chunks after which the orchestration of a run begins a new history.</summary>
    public const int ChunksPerHistory = 100;

    /// <summary>How often a service is tried.</summary>
    public const int MostAttempts = 3;

    /// <summary>Characters of a team's name.</summary>
    public const int Team = 255;
}
