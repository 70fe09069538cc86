using Microsoft.Extensions.Logging;
using SloFunctions.Application.ErrorBudgets;
using SloFunctions.Application.Violations;
using SloFunctions.Domain.ErrorBudgets;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Reports;
using SloFunctions.Domain.Violations;

namespace SloFunctions.Application.Observability;

/// <summary>Tells how the objectives of active SLOs stand, read once in 15 seconds however many ask.</summary>
public sealed partial class ReadSloFigures
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(15);

    // Less than what a scraper waits.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    private readonly ILogger<ReadSloFigures> logger;
    private readonly SharedReading<IReadOnlyList<SloFigure>> figures;

    /// <summary>Reads from what was counted, measured and recorded.</summary>
    public ReadSloFigures(IBudgetCounts counts, IMeasuredLatencies latencies, IViolations violations, TimeProvider clock, ILogger<ReadSloFigures> logger)
    {
        this.logger = logger;
        figures = new SharedReading<IReadOnlyList<SloFigure>>(ReadAsync, Lifetime, Limit, clock, LogUnread);

        async Task<IReadOnlyList<SloFigure>> ReadAsync(CancellationToken cancellation)
        {
            var counted = await counts.ReadAsync(BudgetScope.All, cancellation);
            var measured = (await latencies.ReadAsync(cancellation)).ToDictionary(l => (l.Service, l.Percentile));
            var recorded = await violations.CountAsync(cancellation);
            return [.. ObjectiveNames.Of(counted.Objectives.Take(ReadPlatformFigures.MostObjectives)).Select(o => FigureOf(o.Name, o.Objective, measured, recorded))];
        }
    }

    /// <summary>The figures as they were at most 15 seconds ago, by service; null when the database does not give them.</summary>
    public Task<IReadOnlyList<SloFigure>?> HandleAsync(CancellationToken cancellation) => figures.GetAsync(cancellation);

    private static SloFigure FigureOf(
        string name,
        CountedObjective counted,
        Dictionary<(ServiceId Service, double Percentile), MeasuredLatency> measured,
        IReadOnlyDictionary<ViolationKey, long> recorded)
    {
        var (objective, counts) = counted;
        (string, ObjectiveCounts Counts)[] windows =
            [("1h", counts.Hour), ("6h", counts.SixHours), ("1d", counts.Day), ("3d", counts.ThreeDays), ("28d", counts.SloWindow)];
        return new SloFigure(
            objective.Service.Value,
            objective.Team,
            objective.Criticality,
            name,
            [.. windows.Where(w => w.Counts.Counts.Total > 0).Select(w => Window(w.Item1, w.Counts, objective.Target))],
            BudgetBalance.Of(counts.SloWindow.Counts, objective.Target)?.RemainingShare,
            objective.ThresholdMs is null ? null : measured.GetValueOrDefault((objective.Service, objective.Target)),
            Enum.GetValues<ViolationSeverity>().ToDictionary(s => s, s => recorded.GetValueOrDefault(new ViolationKey(objective.Service, name, s))));
    }

    private static WindowFigure Window(string name, ObjectiveCounts counts, double target) =>
        new(name, counts.Counts.Ratio!.Value, BurnRate.Of(counts.Counts, target)!.Value);

    [LoggerMessage(5760, LogLevel.Warning, "How the objectives of active SLOs stand could not be read")]
    private partial void LogUnread(Exception failure);
}
