namespace SloFunctions.Application.Violations;

/// <summary>Keeps violations of objectives. Every call throws <see cref="Failures.DependencyUnavailableException"/> when the database does not answer.</summary>
public interface IViolations
{
    /// <summary>Those that have not ended.</summary>
    Task<IReadOnlySet<ViolationKey>> ReadOpenAsync(CancellationToken cancellation);

    /// <summary>
    /// Records a change in one step: what is violated and not open is opened, of what is open the worst figures are kept, and
    /// what has ended is closed. Recording it again, or after a later one, changes nothing.
    /// </summary>
    /// <returns>How many were opened and how many closed.</returns>
    Task<(int Opened, int Closed)> RecordAsync(ViolationChange change, CancellationToken cancellation);

    /// <summary>How many violations there were of each objective, open ones included.</summary>
    Task<IReadOnlyDictionary<ViolationKey, long>> CountAsync(CancellationToken cancellation);
}
