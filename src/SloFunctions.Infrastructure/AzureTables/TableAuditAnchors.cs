using Azure;
using Azure.Core;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;
using Azure.Identity;
using Microsoft.Extensions.Configuration;
using SloFunctions.Application.Audit;
using SloFunctions.Application.Failures;
using SloFunctions.Domain.Audit;
using SloFunctions.Infrastructure.Settings;

namespace SloFunctions.Infrastructure.AzureTables;

/// <summary>Keeps heads of audit chains as rows: the log is the partition, the chain the row.</summary>
/// <param name="table">The table; null where no storage account is set.</param>
public sealed class TableAuditAnchors(TableClient? table) : IAuditAnchors
{
    /// <summary>The name of this dependency in problems.</summary>
    private const string Name = "tables";

    private const string Sequence = "Sequence";
    private const string Hash = "Hash";

    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(30);

    /// <inheritdoc/>
    public bool IsConfigured => table is not null;

    private TableClient Table => table ?? throw new InvalidOperationException("There is no store for anchors.");

    /// <summary>The anchors in the account that settings tell of. Nothing is sent yet.</summary>
    /// <param name="options">Valid options.</param>
    /// <param name="configuration">All settings.</param>
    /// <param name="identity">Gives the source of tokens; called only where one is needed.</param>
    /// <exception cref="InvalidSettingException">A setting leads to no storage account. The message shows none of it.</exception>
    public static TableAuditAnchors Find(AuditAnchorOptions options, IConfiguration configuration, Func<TokenCredential> identity)
    {
        var client = new TableClientOptions();
        client.Retry.MaxRetries = 1;
        client.Retry.NetworkTimeout = options.Timeout;
        var account = TableAccount.Find(AuditAnchorOptions.Section, options.ConnectionString, options.TableServiceUri, configuration, identity, client);
        return new TableAuditAnchors(account?.GetTableClient(options.TableName));
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<AuditAnchor>> ReadAsync(string log, CancellationToken cancellation) => GuardAsync<IReadOnlyList<AuditAnchor>>(
        async () =>
        {
            var anchors = new List<AuditAnchor>();
            try
            {
                await foreach (var row in Table.QueryAsync<TableEntity>($"PartitionKey eq '{log}'", cancellationToken: cancellation)) anchors.Add(Read(row));
            }
            catch (RequestFailedException e) when (e.Status == 404)
            {
                // No table yet, so no anchors.
            }

            return anchors;
        },
        cancellation);

    /// <inheritdoc/>
    public Task<bool> SetAsync(string log, ChainHead head, AuditAnchor? replaced, CancellationToken cancellation) => GuardAsync(
        async () =>
        {
            var row = new TableEntity(log, head.Chain.ToString("D")) { [Sequence] = head.Sequence, [Hash] = head.Hash };
            try
            {
                await WriteAsync(row, replaced, cancellation);
                return true;
            }
            catch (RequestFailedException e) when (e.Status is 404 or 409 or 412)
            {
                return false;
            }
        },
        cancellation);

    private static AuditAnchor Read(TableEntity row) => new(
        new ChainHead(Guid.Parse(row.RowKey), row.GetInt64(Sequence) ?? 0, row.GetBinary(Hash) ?? []), row.ETag.ToString("H"));

    private async Task WriteAsync(TableEntity row, AuditAnchor? replaced, CancellationToken cancellation)
    {
        if (replaced is not null)
        {
            await Table.UpdateEntityAsync(row, new ETag(replaced.Version), TableUpdateMode.Replace, cancellation);
            return;
        }

        try
        {
            await Table.AddEntityAsync(row, cancellation);
        }
        catch (RequestFailedException e) when (e.Status == 404 && e.ErrorCode == TableErrorCode.TableNotFound)
        {
            await Table.CreateIfNotExistsAsync(cancellation);
            await Table.AddEntityAsync(row, cancellation);
        }
    }

    private static async Task<T> GuardAsync<T>(Func<Task<T>> work, CancellationToken cancellation)
    {
        try
        {
            return await work();
        }
        catch (Exception e) when (e is RequestFailedException or AuthenticationFailedException or AggregateException or OperationCanceledException or FormatException)
        {
            cancellation.ThrowIfCancellationRequested();
            throw new DependencyUnavailableException(Name, RetryAfter, e);
        }
    }
}
