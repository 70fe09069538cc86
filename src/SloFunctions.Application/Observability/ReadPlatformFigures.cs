using Microsoft.Extensions.Logging;
using SloFunctions.Application.Failures;
using SloFunctions.Application.Graph;
using SloFunctions.Application.Telemetry;

namespace SloFunctions.Application.Observability;

/// <summary>Gives the figures of the platform, read once in 15 seconds however many ask.</summary>
public sealed partial class ReadPlatformFigures(
    IPlatformFigures reader, GraphInstruments graph, TelemetryInstruments telemetry, TimeProvider clock, ILogger<ReadPlatformFigures> logger)
{
    /// <summary>At most so many objectives are told of.</summary>
    public const int MostObjectives = 10_000;

    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(15);

    // Less than what a scraper waits.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    private readonly Lock gate = new();
    private Task<PlatformFigures?>? latest;
    private long readAt;

    /// <summary>The figures as they were at most 15 seconds ago; null when the database does not give them.</summary>
    public Task<PlatformFigures?> HandleAsync(CancellationToken cancellation)
    {
        lock (gate)
        {
            if (latest is null || (latest.IsCompleted && clock.GetElapsedTime(readAt) >= Lifetime))
            {
                readAt = clock.GetTimestamp();
                latest = ReadAsync();
            }

            return latest.WaitAsync(cancellation);
        }
    }

    // Shared by all who wait, so that none of them may cancel it for the others.
    private async Task<PlatformFigures?> ReadAsync()
    {
        using var limit = new CancellationTokenSource(Limit, clock);
        try
        {
            // The handshake of a new connection does not look at the token, so that the wait has to.
            var figures = await reader.ReadAsync(MostObjectives, limit.Token).WaitAsync(limit.Token);
            graph.Observe(figures.Nodes);
            if (figures.Through is { } through) telemetry.Observe(through);
            return figures;
        }
        catch (Exception failure) when (failure is DependencyUnavailableException or OperationCanceledException)
        {
            LogUnread(failure);
            return null;
        }
    }

    [LoggerMessage(4306, LogLevel.Warning, "The figures of the platform could not be read")]
    private partial void LogUnread(Exception failure);
}
