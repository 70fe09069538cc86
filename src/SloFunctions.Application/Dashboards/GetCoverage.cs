using SloFunctions.Application.Publishing;
using SloFunctions.Application.Recommendations;

namespace SloFunctions.Application.Dashboards;

/// <summary>Shows how many services have SLOs, recommendations and telemetry.</summary>
public sealed class GetCoverage(DashboardCache cache)
{
    /// <summary>The dashboard as it was last computed.</summary>
    public async Task<PublishedAnswer> HandleAsync(DashboardQuery query, CancellationToken cancellation) =>
        (await cache.ReadAsync(cancellation)).Answer(query, CoverageRendering.Render);
}
