using SloFunctions.Application.Graph;
using SloFunctions.Domain.Graph;

namespace SloFunctions.Testing.Ports;

/// <summary>Answers with the same dependencies whatever is asked.</summary>
public sealed class FixedHardDependencies(params IReadOnlyList<(string Caller, string Callee)> edges) : IHardDependencyReader
{
    /// <inheritdoc/>
    public Task<IReadOnlyList<(ServiceId Caller, ServiceId Callee)>> ReadClosureAsync(ServiceId service, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<(ServiceId, ServiceId)>>([.. edges.Select(e => (ServiceId.Of(e.Caller), ServiceId.Of(e.Callee)))]);
}
