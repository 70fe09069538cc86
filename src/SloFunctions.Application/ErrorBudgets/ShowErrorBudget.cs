using SloFunctions.Application.ErrorBudgets.Documents;
using SloFunctions.Application.Lifecycle;
using SloFunctions.Application.Maintenance;
using SloFunctions.Application.Validation;
using SloFunctions.Domain.ErrorBudgets;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Maintenance;
using SloFunctions.Domain.Results;
using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Application.ErrorBudgets;

/// <summary>Shows what is left of a service's error budgets, how fast they are spent and when nothing will be left.</summary>
public sealed class ShowErrorBudget(
    ISloStore slos, IBudgetCounts counts, IBudgetHours hours, IBudgetPolicies policies, IMaintenanceWindows maintenance, LiveRequests live, TimeProvider clock)
{
    /// <summary>Reads them. A metric store that is away is no failure: burn rates then come from stored hours.</summary>
    public async Task<Result<ErrorBudgetDocument>> HandleAsync(string? serviceId, CancellationToken cancellation)
    {
        var errors = new FieldErrors(1);
        var service = errors.ServiceId(serviceId, "service_id");
        if (!errors.IsEmpty) return errors.ToError();
        if (await slos.FindAsync(service, cancellation) is not { } found) return Error.ServiceNotFound(service.Value);
        if (found.Slo is null) return NoSlo(service);
        var now = clock.GetUtcNow();
        var planned = await maintenance.ReadAsync(service, now - LiveRequests.Longest, cancellation);
        var asked = AskLiveAsync(service, planned, now, cancellation);
        var read = await counts.ReadAsync(BudgetScope.Of(service), cancellation);
        if (read.Objectives.Count == 0) return NoSlo(service);
        var thresholds = found.Team is { } team ? (await policies.ReadAsync(team, cancellation)).Thresholds : PolicyThresholds.Handbook;
        var projections = await ProjectAsync(service, read, cancellation);
        return ErrorBudgetRendering.Render(read, projections, planned is { IsPending: true }, await asked, thresholds, now);
    }

    // The metric store counts what fell into maintenance, which stored hours leave out.
    private async Task<LiveCounts?> AskLiveAsync(ServiceId service, ServiceMaintenance? planned, DateTimeOffset now, CancellationToken cancellation) =>
        planned is not null && planned.Windows.Any(w => w.StateAt(now) != MaintenanceState.Planned) ? null : await live.ReadAsync(service, cancellation);

    private async Task<IReadOnlyList<BudgetProjection?>> ProjectAsync(ServiceId service, CountedObjectives read, CancellationToken cancellation)
    {
        if (read.Through is not { } end) return new BudgetProjection?[read.Objectives.Count];
        var window = new TimeWindow(end - ErrorBudget.SloWindow, end);
        var histories = await hours.ReadAsync(service, [.. read.Objectives.Select(o => o.Objective.ThresholdMs)], window, cancellation);
        return [.. read.Objectives.Zip(histories, (o, history) => BudgetProjection.Of(history, o.Objective.Target))];
    }

    private static Error NoSlo(ServiceId service) => new(
        ErrorKind.NotFound,
        "slo-not-found",
        "SLO Not Found",
        $"Service '{service.Value}' has no SLO in force and so no error budget. Accept a recommendation or bring targets with POST /api/v1/services/{{service_id}}/slos.",
        []);
}
