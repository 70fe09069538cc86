using SloFunctions.Application.ErrorBudgets;
using SloFunctions.Domain.ErrorBudgets;
using SloFunctions.Domain.Violations;

namespace SloFunctions.Application.Violations;

/// <summary>Records when objectives of SLOs in force come to be violated, and when they cease to be. Repeating a run changes nothing.</summary>
public sealed class RecordViolations(IBudgetCounts counts, IViolations store)
{
    /// <summary>Looks at all objectives.</summary>
    /// <returns>How many violations were opened and how many closed.</returns>
    public async Task<(int Opened, int Closed)> HandleAsync(CancellationToken cancellation)
    {
        var open = await store.ReadOpenAsync(cancellation);
        var found = await counts.ReadAsync(BudgetScope.All, cancellation);
        if (found.Through is not { } through) return (0, 0);

        var violated = ObjectiveNames.Of(found.Objectives).SelectMany(o => StatesOf(o.Name, o.Objective, open)).ToList();
        // Also those of objectives that are in force no more.
        var ended = open.Except(violated.Select(v => v.Key)).ToList();
        return violated.Count + ended.Count == 0 ? (0, 0) : await store.RecordAsync(new ViolationChange(through, violated, ended), cancellation);
    }

    private static IEnumerable<ViolationState> StatesOf(string name, CountedObjective counted, IReadOnlySet<ViolationKey> open)
    {
        var (objective, counts) = counted;
        foreach (var severity in Enum.GetValues<ViolationSeverity>())
        {
            var key = new ViolationKey(objective.Service, name, severity);
            if (!ViolationRules.IsViolated(severity, counts, objective.Target, open.Contains(key))) continue;
            double? remaining = BudgetBalance.Of(counts.SloWindow.Counts, objective.Target)?.RemainingShare;
            yield return new ViolationState(key, objective.SloId, ViolationRules.WorstBurnRate(counts, objective.Target), remaining);
        }
    }
}
