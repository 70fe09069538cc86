using SloFunctions.Domain.Results;

namespace SloFunctions.Application.Graph;

/// <summary>Shows what became of a graph submission.</summary>
public sealed class GetIngestion(IIngestionReader ingestions)
{
    /// <summary>The receipt as JSON text, or that there is none.</summary>
    /// <param name="ingestionId">The id as text.</param>
    /// <param name="cancellation">Ends the call early.</param>
    public async Task<Result<string>> HandleAsync(string ingestionId, CancellationToken cancellation)
    {
        if (!Guid.TryParseExact(ingestionId, "D", out var id)) return Error.Invalid("ingestion_id", "A UUID is expected.");
        return await ingestions.FindReceiptAsync(id, cancellation) is { } json ? json : Error.NotFound("ingestion", "Ingestion", ingestionId);
    }
}
