using SloFunctions.Application.Publishing;
using SloFunctions.Application.Recommendations;

namespace SloFunctions.Application.Dashboards;

/// <summary>Shows how often recommendations are taken, and whether what was taken keeps what was promised.</summary>
public sealed class GetRecommendationQuality(DashboardCache cache)
{
    /// <summary>The dashboard as it was last computed.</summary>
    public async Task<PublishedAnswer> HandleAsync(DashboardQuery query, CancellationToken cancellation) =>
        (await cache.ReadAsync(cancellation)).Answer(query, RecommendationQualityRendering.Render);
}
