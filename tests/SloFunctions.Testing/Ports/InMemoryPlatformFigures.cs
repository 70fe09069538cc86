using SloFunctions.Application.Failures;
using SloFunctions.Application.Observability;

namespace SloFunctions.Testing.Ports;

/// <summary>Figures of the platform, or none while the database is away.</summary>
public sealed class InMemoryPlatformFigures : IPlatformFigures
{
    /// <summary>What is told; null while the database does not answer.</summary>
    public PlatformFigures? Figures { get; set; }

    /// <summary>How often they were read.</summary>
    public int Reads { get; private set; }

    /// <inheritdoc/>
    public Task<PlatformFigures> ReadAsync(int mostObjectives, CancellationToken cancellation)
    {
        Reads++;
        return Figures is { } told ? Task.FromResult(told) : throw new DependencyUnavailableException("postgresql", TimeSpan.FromSeconds(5), cause: null);
    }
}
