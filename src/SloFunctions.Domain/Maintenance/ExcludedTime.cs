using SloFunctions.Domain.ErrorBudgets;

namespace SloFunctions.Domain.Maintenance;

/// <summary>How much of an SLO window maintenance leaves out.</summary>
public static class ExcludedTime
{
    /// <summary>The most time that any SLO window which holds a part of a span would leave out.</summary>
    /// <param name="span">The span that is to be added.</param>
    /// <param name="others">Spans that are there already; none overlaps another.</param>
    public static TimeSpan Most(MaintenanceSpan span, IReadOnlyCollection<MaintenanceSpan> others)
    {
        // A sliding window holds the most when it ends where a span ends: moved on, it gains nothing before the next one begins.
        return others.Append(span)
            .Select(s => s.End)
            .Where(end => end > span.Start && end - ErrorBudget.SloWindow < span.End)
            .Max(end => Sum(others.Append(span), end));
    }

    private static TimeSpan Sum(IEnumerable<MaintenanceSpan> spans, DateTimeOffset end) =>
        spans.Aggregate(TimeSpan.Zero, (sum, s) => sum + s.Within(end - ErrorBudget.SloWindow, end));
}
