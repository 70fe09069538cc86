using Npgsql;
using SloFunctions.Application.ErrorBudgets;
using SloFunctions.Domain.ErrorBudgets;
using SloFunctions.Domain.Telemetry;
using SloFunctions.Infrastructure.Postgres.Telemetry;

namespace SloFunctions.Infrastructure.Postgres.ErrorBudgets;

/// <summary>Sums what was counted of the objectives in force, in the database.</summary>
public sealed class PostgresBudgetCounts(PostgresDatabase database) : IBudgetCounts
{
    // Compiling takes longer than such a query, its groups are to stay in memory, and a plan for all is none for one. How many rows
    // a sum has nobody can tell beforehand: joining them in loops would be a guess that is wrong by a factor of a thousand.
    private const string Prepare = "SET LOCAL jit = off; SET LOCAL work_mem = '64MB'; SET LOCAL plan_cache_mode = force_custom_plan; SET LOCAL enable_nestloop = off";

    /// <inheritdoc/>
    public Task<CountedObjectives> ReadAsync(BudgetScope scope, CancellationToken cancellation) => database.TransactAsync(
        async connection =>
        {
            await connection.ExecuteAsync(Prepare, [], cancellation);
            object?[] asked = [scope.Services?.Select(s => s.Value).ToArray(), scope.Team];
            var (through, services) = (await connection.QueryAsync(SqlFiles.Load("ErrorBudgets/read_scope.sql"), asked, Scope, cancellation))[0];
            // Without telemetry any hour will do: there are no counts.
            var end = through ?? DateTimeOffset.UnixEpoch;
            var start = end - ErrorBudget.SloWindow;
            var firstDay = new TimeWindow(start, end).WholeDays.Start;
            object?[] parameters = [end, services, start, firstDay, TimeWindow.DayOf(end.AddDays(-3)), TimeWindow.DayOf(end.AddDays(-1))];
            var places = await connection.QueryAsync(SqlFiles.Load("ErrorBudgets/read_threshold_places.sql"), [], row => row.GetInt32(0), cancellation);
            string sql = BucketSums.Load("ErrorBudgets/read_budget_counts.sql", places.ToHashSet());
            var rows = await connection.QueryAsync(sql, parameters, BudgetRow.Read, cancellation);
            return new CountedObjectives(through, [.. rows.GroupBy(r => r.Objective).Select(BudgetRow.Sum)]);
        },
        cancellation);

    private static (DateTimeOffset? Through, Guid[]? Services) Scope(NpgsqlDataReader row) =>
        (row.Nullable<DateTimeOffset?>(0), row.Nullable<Guid[]>(1));
}
