using SloFunctions.Application.Reports;
using SloFunctions.Domain.Reports;
using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Testing.Ports;

/// <summary>Objectives and what was counted of them, in memory.</summary>
public sealed class InMemoryObjectiveRecords : IObjectiveRecords
{
    private readonly List<AcceptedObjective> objectives = [];
    private readonly Dictionary<(TimeWindow Days, ObjectiveKey Key), ObjectiveCounts> counts = [];

    /// <summary>The windows that were asked for, in order.</summary>
    public List<TimeWindow> Asked { get; } = [];

    /// <summary>Puts an objective in force.</summary>
    public InMemoryObjectiveRecords Activate(AcceptedObjective objective)
    {
        objectives.Add(objective);
        return this;
    }

    /// <summary>Lets every hour of a month's window have been measured.</summary>
    public InMemoryObjectiveRecords Count(ReportMonth month, ObjectiveKey key, long good, long total) =>
        Count(month, key, new ObjectiveCounts(month.Window.Hours, month.Window.Hours, 0, new SliCounts(good, total)));

    /// <summary>Lets this have been counted in a month's window.</summary>
    public InMemoryObjectiveRecords Count(ReportMonth month, ObjectiveKey key, ObjectiveCounts counted)
    {
        counts[(month.Window, key)] = counted;
        return this;
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<AcceptedObjective>> ReadObjectivesAsync(DateTimeOffset end, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<AcceptedObjective>>([.. objectives.Where(o => o.ActivatedAt < end)]);

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<ObjectiveKey, ObjectiveCounts>> ReadCountsAsync(TimeWindow days, CancellationToken cancellation)
    {
        Asked.Add(days);
        return Task.FromResult<IReadOnlyDictionary<ObjectiveKey, ObjectiveCounts>>(
            counts.Where(c => c.Key.Days == days).ToDictionary(c => c.Key.Key, c => c.Value));
    }
}
