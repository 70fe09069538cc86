namespace SloFunctions.Application.Graph;

/// <summary>Finds what became of earlier submissions.</summary>
public interface IIngestionReader
{
    /// <summary>The receipt as published JSON; null when there is none of that id, or no longer.</summary>
    /// <exception cref="Failures.DependencyUnavailableException">The database does not answer.</exception>
    Task<string?> FindReceiptAsync(Guid ingestionId, CancellationToken cancellation);
}
