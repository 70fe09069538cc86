using SloFunctions.Application.Failures;

namespace SloFunctions.Application.Observability;

/// <summary>Reads the figures of the whole platform.</summary>
public interface IPlatformFigures
{
    /// <summary>All figures, of one moment.</summary>
    /// <param name="mostObjectives">At most so many objectives, by service.</param>
    /// <param name="cancellation">Ends the call early.</param>
    /// <exception cref="DependencyUnavailableException">The database does not answer.</exception>
    Task<PlatformFigures> ReadAsync(int mostObjectives, CancellationToken cancellation);
}
