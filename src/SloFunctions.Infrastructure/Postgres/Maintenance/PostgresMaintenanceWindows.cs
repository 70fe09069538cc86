using Npgsql;
using SloFunctions.Application.Audit;
using SloFunctions.Application.Maintenance;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Maintenance;
using SloFunctions.Domain.Results;
using SloFunctions.Infrastructure.Postgres.Audit;

namespace SloFunctions.Infrastructure.Postgres.Maintenance;

/// <summary>Keeps maintenance windows in the database. Changes of one service come one after the other.</summary>
public sealed class PostgresMaintenanceWindows(PostgresDatabase database) : IMaintenanceWindows
{
    private const string FindService = "SELECT id, team FROM services WHERE service_id = $1";
    private const string List = $"SELECT {MaintenanceRow.Columns} FROM maintenance_windows WHERE service_id = $1 AND ends_at > $2 ORDER BY starts_at";
    private const string Find = $"SELECT {MaintenanceRow.Columns} FROM maintenance_windows WHERE service_id = $1 AND id = $2";

    private const string Insert = """
        INSERT INTO maintenance_windows (service_id, id, starts_at, ends_at, reason, retroactive, created_by, created_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
        """;

    private const string Shorten = "UPDATE maintenance_windows SET ends_at = $2 WHERE id = $1";
    private const string Remove = "DELETE FROM maintenance_windows WHERE id = $1";

    // Hours that another window shares are measured again for that one.
    private const string CountAgain = "DELETE FROM sli_excluded_counts WHERE service_id = $1 AND hour > $2 - interval '1 hour' AND hour < $3";

    /// <inheritdoc/>
    public Task<ServiceMaintenance?> ReadAsync(ServiceId service, DateTimeOffset since, CancellationToken cancellation) => database.UseAsync(
        async connection =>
        {
            if (await ServiceAsync(connection, service, cancellation) is not var (id, team)) return null;
            var windows = await ListAsync(connection, id, since, cancellation);
            bool isPending = (await connection.QueryAsync(SqlFiles.Load("Maintenance/is_pending.sql"), [new[] { id }], row => row.GetBoolean(0), cancellation))[0];
            return (ServiceMaintenance?)new ServiceMaintenance(team, windows, isPending);
        },
        cancellation);

    /// <inheritdoc/>
    public Task<Result<MaintenanceWindow>> AddAsync(
        ServiceId service, DateTimeOffset since, Func<ServiceMaintenance, Result<MaintenanceWindow>> decide, CancellationToken cancellation) => database.TransactAsync<Result<MaintenanceWindow>>(
        async connection =>
        {
            if (await LockAsync(connection, service, cancellation) is not var (id, team)) return Error.ServiceNotFound(service.Value);
            var present = await ListAsync(connection, id, since, cancellation);
            if (!decide(new ServiceMaintenance(team, present, false)).TryGet(out var window, out var error)) return error;
            if (present.Exists(w => w.Id == window.Id)) return window;
            object[] row = [id, window.Id, window.Span.Start, window.Span.End, window.Reason, window.IsRetroactive, window.CreatedBy, window.CreatedAt];
            await connection.ExecuteAsync(Insert, row, cancellation);
            await NoteAsync(connection, "maintenance_announced", window.CreatedBy, service, window.CreatedAt, null, window, cancellation);
            return window;
        },
        cancellation);

    /// <inheritdoc/>
    public Task<Result<(MaintenanceWindow Before, MaintenanceWindow? After)>> EndAsync(
        ServiceId service,
        Guid id,
        Func<string?, MaintenanceWindow, Result<MaintenanceEnding>> decide,
        (string Actor, DateTimeOffset At) change,
        CancellationToken cancellation) => database.TransactAsync<Result<(MaintenanceWindow, MaintenanceWindow?)>>(
        async connection =>
        {
            if (await LockAsync(connection, service, cancellation) is not var (key, team)) return Error.ServiceNotFound(service.Value);
            if (await connection.QueryAsync(Find, [key, id], MaintenanceRow.Read, cancellation) is not [var window])
                return Error.NotFound("maintenance-window", "Maintenance Window", id.ToString("D"));
            if (!decide(team, window).TryGet(out var ending, out var error)) return error;
            var from = ending.Kept?.Span.End ?? window.Span.Start;
            if (ending.Kept is { } kept) await connection.ExecuteAsync(Shorten, [id, kept.Span.End], cancellation);
            else await connection.ExecuteAsync(Remove, [id], cancellation);
            await connection.ExecuteAsync(CountAgain, [key, from, window.Span.End], cancellation);
            string action = ending.Kept is null ? "maintenance_removed" : "maintenance_ended";
            await NoteAsync(connection, action, change.Actor, service, change.At, window, ending.Kept, cancellation);
            return (window, ending.Kept);
        },
        cancellation);

    private static Task<List<MaintenanceWindow>> ListAsync(NpgsqlConnection connection, Guid service, DateTimeOffset since, CancellationToken cancellation) =>
        connection.QueryAsync(List, [service, since], MaintenanceRow.Read, cancellation);

    private static async Task<(Guid Id, string? Team)?> LockAsync(NpgsqlConnection connection, ServiceId service, CancellationToken cancellation) =>
        await ServiceLock.TakeAsync(connection, service.Value, cancellation) is null ? null : await ServiceAsync(connection, service, cancellation);

    private static async Task<(Guid Id, string? Team)?> ServiceAsync(NpgsqlConnection connection, ServiceId service, CancellationToken cancellation)
    {
        var found = await connection.QueryAsync(FindService, [service.Value], row => ((Guid, string?)?)(row.GetGuid(0), row.Nullable<string>(1)), cancellation);
        return found.FirstOrDefault();
    }

    private static Task NoteAsync(
        NpgsqlConnection connection,
        string action,
        string actor,
        ServiceId service,
        DateTimeOffset at,
        MaintenanceWindow? before,
        MaintenanceWindow? after,
        CancellationToken cancellation)
    {
        var entry = new AdminAuditEntry(actor, action, "maintenance_window", (after ?? before)!.Id.ToString("D"), Document(before), Document(after), at);
        return AdminAuditLog.AppendAsync(connection, entry, cancellation);

        MaintenanceWindowDocument? Document(MaintenanceWindow? window) =>
            window is null ? null : MaintenanceWindowDocument.Of(service, window, window.StateAt(at));
    }
}
