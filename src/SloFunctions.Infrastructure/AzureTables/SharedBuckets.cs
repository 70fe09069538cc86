using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;
using SloFunctions.Domain.RateLimits;

namespace SloFunctions.Infrastructure.AzureTables;

/// <summary>The buckets that all instances take from: a row each, changed only in the version that was read.</summary>
internal sealed class SharedBuckets(TableClient table, TimeProvider clock)
{
    /// <summary>Takes as many tokens as there are, at most those wanted; tries again until nobody else was faster.</summary>
    /// <param name="partition">Key of the client.</param>
    /// <param name="name">Key of the operation.</param>
    /// <param name="perMinute">The limit.</param>
    /// <param name="wanted">How many.</param>
    /// <param name="last">The row as last seen, which saves reading it; null when it has not been.</param>
    /// <param name="cancellation">Gives up; the tokens may be gone all the same.</param>
    /// <exception cref="RequestFailedException">The service refused or was not reached.</exception>
    public async Task<SharedGrant> TakeAsync(string partition, string name, int perMinute, int wanted, BucketRow? last, CancellationToken cancellation)
    {
        bool isFresh = last is null;
        var row = last ?? await ReadAsync(partition, name, cancellation);
        while (true)
        {
            var now = clock.GetUtcNow();
            var grant = (row?.Bucket ?? TokenBucket.Full(perMinute, now)).Take(perMinute, wanted, now);
            // Nothing taken is nothing to write; but an instance whose clock is ahead may have filled it up since.
            if (grant.Granted == 0 && isFresh && row is not null) return new SharedGrant(0, row with { Bucket = grant.Rest });
            if (grant.Granted > 0 && await WriteAsync(partition, name, grant.Rest, row, cancellation) is { } written)
                return new SharedGrant(grant.Granted, written);
            row = await ReadAsync(partition, name, cancellation);
            isFresh = true;
        }
    }

    private async Task<BucketRow?> ReadAsync(string partition, string name, CancellationToken cancellation)
    {
        var found = await table.GetEntityIfExistsAsync<TableEntity>(partition, name, cancellationToken: cancellation);
        return found.HasValue ? BucketRow.Read(found.Value!) : null;
    }

    /// <returns>The row; null when it is another by now, or there was no table.</returns>
    private async Task<BucketRow?> WriteAsync(string partition, string name, TokenBucket bucket, BucketRow? row, CancellationToken cancellation)
    {
        var entity = BucketRow.Write(partition, name, bucket);
        try
        {
            var response = row is null
                ? await table.AddEntityAsync(entity, cancellation)
                : await table.UpdateEntityAsync(entity, row.Version, TableUpdateMode.Replace, cancellation);
            return response.Headers.ETag is { } version ? new BucketRow(bucket, version) : null;
        }
        catch (RequestFailedException e) when (e.Status == 404 && e.ErrorCode == TableErrorCode.TableNotFound)
        {
            await table.CreateIfNotExistsAsync(cancellation);
            return null;
        }
        catch (RequestFailedException e) when (e.Status is 404 or 409 or 412)
        {
            return null;
        }
    }
}
