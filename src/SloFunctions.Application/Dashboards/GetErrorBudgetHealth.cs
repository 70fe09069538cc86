using SloFunctions.Application.Publishing;
using SloFunctions.Application.Recommendations;

namespace SloFunctions.Application.Dashboards;

/// <summary>Shows what is left of the error budgets of all objectives.</summary>
public sealed class GetErrorBudgetHealth(DashboardCache cache)
{
    /// <summary>The dashboard as it was last computed.</summary>
    public async Task<PublishedAnswer> HandleAsync(DashboardQuery query, CancellationToken cancellation) =>
        (await cache.ReadAsync(cancellation)).Answer(query, ErrorBudgetHealthRendering.Render);
}
