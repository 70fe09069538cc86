namespace SloFunctions.Application.Health;

/// <summary>Looks at one server that we depend on.</summary>
public interface IDependencyProbe
{
    /// <summary>Whether there is such a server at all.</summary>
    bool IsConfigured => true;

    /// <summary>Asks the server for a sign of life within two seconds; never throws for a server that is down.</summary>
    Task<DependencyHealth> CheckAsync(CancellationToken cancellation);
}
