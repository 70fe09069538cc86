using SloFunctions.Application.Publishing;

namespace SloFunctions.Application.Dashboards;

/// <summary>Shows the dashboards as they were last computed.</summary>
public sealed class ShowDashboards(DashboardCache cache)
{
    /// <summary>How many services have SLOs, recommendations and telemetry.</summary>
    public Task<PublishedAnswer> CoverageAsync(DashboardQuery query, CancellationToken cancellation) => ShowAsync(query, CoverageRendering.Render, cancellation);

    /// <summary>What is left of the error budgets of all objectives.</summary>
    public Task<PublishedAnswer> ErrorBudgetHealthAsync(DashboardQuery query, CancellationToken cancellation) =>
        ShowAsync(query, ErrorBudgetHealthRendering.Render, cancellation);

    /// <summary>What people make of recommendations, and what becomes of those that they accept.</summary>
    public Task<PublishedAnswer> RecommendationQualityAsync(DashboardQuery query, CancellationToken cancellation) =>
        ShowAsync(query, RecommendationQualityRendering.Render, cancellation);

    private async Task<PublishedAnswer> ShowAsync<TDocument>(
        DashboardQuery query, Func<DashboardRows, DashboardQuery, TDocument> render, CancellationToken cancellation) =>
        (await cache.ReadAsync(cancellation)).Answer(query, render);
}
