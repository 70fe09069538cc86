using System.Data;
using SloFunctions.Application.Graph;
using SloFunctions.Domain.Graph;

namespace SloFunctions.Infrastructure.Postgres.Graph;

/// <summary>Keeps the dependency graph in the database.</summary>
public sealed class PostgresGraphStore(PostgresDatabase database, SnapshotCache snapshots) : IGraphStore, IServiceGraphReader, IIngestionReader, IServiceOwners
{
    private const string FindReceipt = "SELECT receipt FROM graph_ingestions WHERE id = $1";

    /// <inheritdoc/>
    public Task<T> ChangeAsync<T>(Func<IGraphChange, Task<T>> work, CancellationToken cancellation) => database.TransactAsync(
        async connection =>
        {
            await GraphLock.TakeAsync(connection, cancellation);
            return await work(new PostgresGraphChange(connection, snapshots));
        },
        cancellation);

    /// <inheritdoc/>
    public Task<StoredGraph> ReadAsync(CancellationToken cancellation) => database.UseAsync(
        async connection =>
        {
            // Several statements, one state: a dependency stored in between would name a service that was not read.
            await using var snapshot = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);
            return await StoredGraphRows.ReadAsync(connection, cancellation);
        },
        cancellation);

    /// <inheritdoc/>
    public Task<CurrentGraph> ReadCurrentAsync(CancellationToken cancellation) =>
        database.UseAsync(connection => snapshots.ReadCurrentAsync(connection, cancellation), cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<ServiceId, ServiceOwner>> FindOwnersAsync(IReadOnlyCollection<ServiceId> services, CancellationToken cancellation) =>
        database.UseAsync(connection => OwnerRows.ReadAsync(connection, services, cancellation), cancellation);

    /// <inheritdoc/>
    public async Task<string?> FindReceiptAsync(Guid ingestionId, CancellationToken cancellation)
    {
        var found = await database.UseAsync(
            connection => connection.QueryAsync(FindReceipt, [ingestionId], row => row.GetString(0), cancellation), cancellation);
        return found.FirstOrDefault();
    }
}
