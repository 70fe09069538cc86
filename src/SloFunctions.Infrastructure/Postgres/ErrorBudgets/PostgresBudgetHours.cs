using Npgsql;
using SloFunctions.Application.ErrorBudgets;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Infrastructure.Postgres.ErrorBudgets;

/// <summary>Reads the hours of one service from the database.</summary>
public sealed class PostgresBudgetHours(PostgresDatabase database) : IBudgetHours
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<SliCounts?[]>> ReadAsync(
        ServiceId service, IReadOnlyList<double?> thresholdsMs, TimeWindow window, CancellationToken cancellation)
    {
        object[] parameters = [service.Value, window.Start, window.End, thresholdsMs.Select(t => (decimal?)t).ToArray()];
        var rows = await database.UseAsync(
            connection => connection.QueryAsync(SqlFiles.Load("ErrorBudgets/read_budget_hours.sql"), parameters, Hour, cancellation), cancellation);
        var histories = thresholdsMs.Select(_ => new SliCounts?[window.Hours]).ToArray();
        foreach (var (place, hour, counts) in rows) histories[place][window.IndexOf(hour)] = counts;
        return histories;
    }

    private static (int Place, DateTimeOffset Hour, SliCounts Counts) Hour(NpgsqlDataReader row) => (
        row.GetInt32(0), row.GetFieldValue<DateTimeOffset>(1), BudgetRow.Counted(row.GetInt64(2), row.GetInt64(3)));
}
