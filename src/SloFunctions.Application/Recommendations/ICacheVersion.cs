namespace SloFunctions.Application.Recommendations;

/// <summary>A number that all instances share and that grows whenever stored recommendations are replaced or become outdated.</summary>
public interface ICacheVersion
{
    /// <summary>Another number after every write of this process, whatever it wrote: what was seen before is to be asked for again.</summary>
    long OwnWrites { get; }

    /// <summary>Asks for the number.</summary>
    /// <exception cref="Failures.DependencyUnavailableException">The database does not answer.</exception>
    Task<long> ReadAsync(CancellationToken cancellation);
}
