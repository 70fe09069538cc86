namespace SloFunctions.Application.Dashboards;

/// <summary>Computes the dashboards anew.</summary>
public sealed class RefreshDashboards(IDashboardStore store)
{
    /// <summary>Computes them unless another instance is about it.</summary>
    public Task<RefreshOutcome> HandleAsync(CancellationToken cancellation) => store.RefreshAsync(onlyFirst: false, cancellation);
}
