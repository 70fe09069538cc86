using System.Data;
using Npgsql;
using SloFunctions.Application.Dashboards;

namespace SloFunctions.Infrastructure.Postgres.Dashboards;

/// <summary>Dashboards as materialised views.</summary>
public sealed class PostgresDashboardStore(PostgresDatabase database) : IDashboardStore
{
    private const string ReadStamp = "SELECT refreshed_at, through FROM dashboard_refresh WHERE refreshed_at IS NOT NULL";
    private const string Refresh = "SELECT refresh_dashboards($1)";

    // A setting of the function itself would come too late: the clock of a statement is started with it.
    private const string LimitTime = "SET LOCAL statement_timeout = '20s'";

    // The server ends it first, and says so.
    private const int RefreshTimeoutSeconds = 25;

    /// <inheritdoc/>
    public Task<DashboardStamp?> ReadStampAsync(CancellationToken cancellation) =>
        database.UseAsync(connection => StampAsync(connection, cancellation), cancellation);

    /// <inheritdoc/>
    public Task<DashboardRows> ReadAsync(CancellationToken cancellation) => database.UseAsync(
        async connection =>
        {
            // One snapshot: a refresh that takes effect meanwhile must not come between two of the views.
            await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);
            return new DashboardRows(
                await StampAsync(connection, cancellation),
                await connection.QueryAsync(SqlFiles.Load("Dashboards/read_coverage.sql"), [], DashboardRow.Coverage, cancellation),
                await connection.QueryAsync(SqlFiles.Load("Dashboards/read_objectives.sql"), [], DashboardRow.Objective, cancellation),
                await connection.QueryAsync(SqlFiles.Load("Dashboards/read_decisions.sql"), [], DashboardRow.Decision, cancellation));
        },
        cancellation);

    /// <inheritdoc/>
    public async Task<RefreshOutcome> RefreshAsync(bool onlyFirst, CancellationToken cancellation)
    {
        try
        {
            return await database.TransactAsync(connection => RefreshAsync(connection, onlyFirst, cancellation), cancellation);
        }
        catch (PostgresException e) when (!cancellation.IsCancellationRequested && e.SqlState is PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.QueryCanceled)
        {
            return RefreshOutcome.TimedOut;
        }
    }

    private static async Task<RefreshOutcome> RefreshAsync(NpgsqlConnection connection, bool onlyFirst, CancellationToken cancellation)
    {
        await connection.ExecuteAsync(LimitTime, [], cancellation);
        await using var refresh = connection.Command(Refresh, onlyFirst);
        refresh.CommandTimeout = RefreshTimeoutSeconds;
        return (bool)(await refresh.ExecuteScalarAsync(cancellation))! ? RefreshOutcome.Refreshed : RefreshOutcome.LeftToOthers;
    }

    private static async Task<DashboardStamp?> StampAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        var stamps = await connection.QueryAsync(
            ReadStamp, [], row => new DashboardStamp(row.GetFieldValue<DateTimeOffset>(0), row.Nullable<DateTimeOffset?>(1)), cancellation);
        return stamps.FirstOrDefault();
    }
}
