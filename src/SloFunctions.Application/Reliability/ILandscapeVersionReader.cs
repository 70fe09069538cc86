namespace SloFunctions.Application.Reliability;

/// <summary>Tells cheaply whether anything has changed that the landscape rests on.</summary>
public interface ILandscapeVersionReader
{
    /// <summary>The present version.</summary>
    /// <exception cref="Failures.DependencyUnavailableException">The database does not answer.</exception>
    Task<LandscapeVersion> ReadAsync(CancellationToken cancellation);
}
