using System.Text.Json;
using SloFunctions.Application.Publishing;
using SloFunctions.Application.Validation;
using SloFunctions.Domain.Results;

namespace SloFunctions.Application.Graph;

/// <summary>Shows what became of a graph submission.</summary>
public sealed class GetIngestion(IIngestionReader ingestions, IGraphSubmissions submissions)
{
    /// <summary>The receipt as JSON text, or that there is none.</summary>
    /// <param name="ingestionId">The id as text.</param>
    /// <param name="cancellation">Ends the call early.</param>
    public async Task<Result<string>> HandleAsync(string ingestionId, CancellationToken cancellation)
    {
        if (!FieldErrors.PathUuid(ingestionId, "ingestion_id").TryGet(out var id, out var error)) return error;
        // In this order: one that is stored in between ceases to be kept when its receipt appears.
        if (await submissions.FindAsync(id, cancellation) is { } kept) return JsonSerializer.Serialize(ReceiptWriting.Receipt(kept), PublishedJson.Options);
        return await ingestions.FindReceiptAsync(id, cancellation) is { } json ? json : Error.NotFound("ingestion", "Ingestion", ingestionId);
    }
}
