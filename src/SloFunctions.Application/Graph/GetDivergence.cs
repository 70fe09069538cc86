using SloFunctions.Domain.Graph;

namespace SloFunctions.Application.Graph;

/// <summary>Compares what is declared (manual, kubernetes) with what is observed (service mesh, traces).</summary>
public sealed class GetDivergence(IGraphStore store)
{
    /// <summary>Reads one page.</summary>
    public async Task<DivergencePage> HandleAsync(DivergenceQuery query, CancellationToken cancellation)
    {
        var stored = await store.ReadAsync(cancellation);
        var all = Divergence.Between(DependencyMerge.Merge(stored.Views)).ToList();
        var page = all
            .Where(d => query.Kind is null || d.Kind == query.Kind)
            .Select(d => DivergenceSummary.Of(d, stored.Services))
            .Where(d => query.After is null || DivergencePosition.Order.Compare(DivergencePosition.Of(d), query.After) > 0)
            .OrderBy(DivergencePosition.Of, DivergencePosition.Order)
            .Take(query.Limit + 1)
            .ToList();
        bool isLast = page.Count <= query.Limit;
        var shown = isLast ? page : page[..query.Limit];
        return new DivergencePage(DivergenceCounts.Of(all), shown, isLast ? null : DivergencePosition.Of(shown[^1]).ToCursor());
    }
}
