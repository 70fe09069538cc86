using SloFunctions.Application.Health;

namespace SloFunctions.Testing.Ports;

/// <summary>Always reports the same health.</summary>
public sealed class FixedProbe(DependencyHealth health) : IDependencyProbe
{
    /// <inheritdoc/>
    public Task<DependencyHealth> CheckAsync(CancellationToken cancellation) => Task.FromResult(health);
}
