using SloFunctions.Application.Graph;
using SloFunctions.Domain.Graph;

namespace SloFunctions.Testing.Ports;

/// <summary>A catalogue of services of which nothing but their ids is known.</summary>
public sealed class InMemoryServiceCatalog(params IReadOnlyCollection<string> ids) : IServiceCatalog
{
    /// <inheritdoc/>
    public Task<IReadOnlyList<ServiceSummary>> ListAsync(ServiceId? after, int count, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<ServiceSummary>>([.. ids
            .Where(id => after is not { } last || string.CompareOrdinal(id, last.Value) > 0)
            .Order(StringComparer.Ordinal)
            .Take(count)
            .Select(id => new ServiceSummary(id, null, "medium", null, "internal", false, default))]);
}
