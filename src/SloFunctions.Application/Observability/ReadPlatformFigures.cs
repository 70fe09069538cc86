using Microsoft.Extensions.Logging;
using SloFunctions.Application.Graph;
using SloFunctions.Application.Telemetry;

namespace SloFunctions.Application.Observability;

/// <summary>Gives the figures of the platform, read once in 15 seconds however many ask.</summary>
public sealed partial class ReadPlatformFigures
{
    /// <summary>At most so many objectives are told of.</summary>
    public const int MostObjectives = 10_000;

    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(15);

    // Less than what a scraper waits.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    private readonly ILogger<ReadPlatformFigures> logger;
    private readonly SharedReading<PlatformFigures> figures;

    /// <summary>Reads from a database, and tells instruments what it reads.</summary>
    public ReadPlatformFigures(
        IPlatformFigures reader, GraphInstruments graph, TelemetryInstruments telemetry, TimeProvider clock, ILogger<ReadPlatformFigures> logger)
    {
        this.logger = logger;
        figures = new SharedReading<PlatformFigures>(ReadAsync, Lifetime, Limit, clock, LogUnread);

        async Task<PlatformFigures> ReadAsync(CancellationToken cancellation)
        {
            var read = await reader.ReadAsync(MostObjectives, cancellation);
            graph.Observe(read.Nodes);
            if (read.Through is { } through) telemetry.Observe(through);
            return read;
        }
    }

    /// <summary>The figures as they were at most 15 seconds ago; null when the database does not give them.</summary>
    public Task<PlatformFigures?> HandleAsync(CancellationToken cancellation) => figures.GetAsync(cancellation);

    [LoggerMessage(4306, LogLevel.Warning, "The figures of the platform could not be read")]
    private partial void LogUnread(Exception failure);
}
