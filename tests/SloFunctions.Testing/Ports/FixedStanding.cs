using SloFunctions.Application.AutoApproval;
using SloFunctions.Domain.Graph;

namespace SloFunctions.Testing.Ports;

/// <summary>Says the same of every service.</summary>
public sealed class FixedStanding(PresentStanding? standing) : IStandingReader
{
    /// <inheritdoc/>
    public Task<PresentStanding?> FindAsync(ServiceId service, CancellationToken cancellation) => Task.FromResult(standing);
}
