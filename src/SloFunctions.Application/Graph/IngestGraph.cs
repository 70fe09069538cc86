using SloFunctions.Application.Access;
using SloFunctions.Application.Identifiers;
using SloFunctions.Application.Observability;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Results;

namespace SloFunctions.Application.Graph;

/// <summary>Takes in a part of the dependency graph.</summary>
public sealed class IngestGraph(IGraphStore store, IIdSource ids, TimeProvider clock)
{
    /// <summary>Checks and stores a submission.</summary>
    /// <param name="body">The submission; null when there was none.</param>
    /// <param name="caller">Who submits it; an owner may speak for its own services alone.</param>
    /// <param name="cancellation">Ends the call early.</param>
    /// <returns>The receipt, or the fields at fault; nothing is stored then.</returns>
    public async Task<Result<IngestionReceipt>> HandleAsync(GraphBody? body, Caller caller, CancellationToken cancellation)
    {
        if (!GraphBodyValidation.Check(body, clock.GetUtcNow()).TryGet(out var update, out var error)) return error;
        return await store.ChangeAsync<Result<IngestionReceipt>>(
            async change => await GraphOwnership.CheckAsync(change, update, caller, cancellation) is { } refusal
                ? refusal
                : await StoreAsync(change, update, null, null, cancellation),
            cancellation);
    }

    /// <summary>Checks and stores a submission that may be delivered more than once.</summary>
    /// <param name="body">The submission; null when there was none.</param>
    /// <param name="deliveryKey">The same for every delivery of the same submission, at most 255 characters; null when it comes once.</param>
    /// <param name="cancellation">Ends the call early.</param>
    /// <returns>The receipt, of the first delivery if this is a later one; or the fields at fault, and nothing is stored then.</returns>
    public async Task<Result<IngestionReceipt>> HandleAsync(GraphBody? body, string? deliveryKey, CancellationToken cancellation)
    {
        if (!GraphBodyValidation.Check(body, clock.GetUtcNow()).TryGet(out var update, out var error)) return error;
        return await StoreAsync(update, deliveryKey, cancellation);
    }

    /// <summary>Stores a submission of our own making.</summary>
    public Task<IngestionReceipt> StoreAsync(GraphUpdate update, string? deliveryKey, CancellationToken cancellation) => store.ChangeAsync(
        async change =>
        {
            if (deliveryKey is not null && await change.FindDeliveryAsync(deliveryKey, cancellation) is { } earlier) return earlier;
            return await StoreAsync(change, update, deliveryKey, null, cancellation);
        },
        cancellation);

    /// <summary>Stores a large submission that is kept, once however often it is asked to.</summary>
    /// <returns>The receipt, of the first time if this is a later one; or that it is not known, or why its sender may not submit it any more.</returns>
    internal Task<Result<IngestionReceipt>> StoreKeptAsync(Guid ingestionId, CancellationToken cancellation) => store.ChangeAsync<Result<IngestionReceipt>>(
        async change =>
        {
            string key = DeliveryKey(ingestionId);
            if (await change.FindDeliveryAsync(key, cancellation) is { } earlier) return earlier;
            if (await change.FindSubmissionAsync(ingestionId, cancellation) is not { } kept) return Error.NotFound("ingestion", "Ingestion", ingestionId.ToString("D"));
            if (await GraphOwnership.CheckAsync(change, kept.Update, kept.Caller, cancellation) is { } refusal) return refusal;
            var receipt = await StoreAsync(change, kept.Update, key, kept, cancellation);
            await change.RemoveSubmissionAsync(ingestionId, cancellation);
            return receipt;
        },
        cancellation);

    /// <summary>What all attempts to store a large submission have in common.</summary>
    internal static string DeliveryKey(Guid ingestionId) => $"submission:{ingestionId:D}";

    private async Task<IngestionReceipt> StoreAsync(
        IGraphChange change, GraphUpdate update, string? deliveryKey, GraphSubmission? kept, CancellationToken cancellation)
    {
        using var span = Tracing.Begin(nameof(IngestGraph));
        var now = clock.GetUtcNow();
        var writes = await change.UpsertAsync(update, cancellation);
        var graph = await GraphRefresh.RunAsync(change, now, cancellation);
        var receipt = ReceiptWriting.Receipt(kept?.Id ?? ids.Next(), update, writes, graph, kept?.ReceivedAt ?? now);
        await change.SaveReceiptAsync(receipt, deliveryKey, cancellation);
        return receipt;
    }
}
