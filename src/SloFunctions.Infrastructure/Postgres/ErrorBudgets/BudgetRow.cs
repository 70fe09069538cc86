using Npgsql;
using SloFunctions.Application.ErrorBudgets;
using SloFunctions.Domain.ErrorBudgets;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Reports;
using SloFunctions.Domain.Telemetry;
using SloFunctions.Domain.Vocabulary;

namespace SloFunctions.Infrastructure.Postgres.ErrorBudgets;

/// <summary>What was counted of an objective at some age: 0 for the last hour, 4 for what is older than three days.</summary>
internal sealed record BudgetRow(BudgetObjective Objective, int? Age, ObjectiveCounts Counts)
{
    public static BudgetRow Read(NpgsqlDataReader row) => new(
        new BudgetObjective(
            ServiceId.Of(row.GetString(0)),
            row.Nullable<string>(1),
            Term<ServiceCriticality>.Of(row.GetString(2)),
            row.GetGuid(3),
            row.GetInt64(4),
            row.GetFieldValue<DateTimeOffset>(5),
            // Divided as decimals: 99.9 / 100 is 0.999 there.
            (double)(row.GetDecimal(6) / 100m),
            (double?)row.Nullable<decimal?>(7)),
        row.Nullable<int?>(8),
        row.IsDBNull(8) ? ObjectiveCounts.None : new ObjectiveCounts(row.GetInt32(9), row.GetInt32(10), row.GetInt32(11), Counted(row.GetInt64(12), row.GetInt64(13))));

    /// <summary>Adds up the rows of one objective: each window holds the shorter ones.</summary>
    public static CountedObjective Sum(IEnumerable<BudgetRow> rows)
    {
        var all = rows.ToList();
        return new CountedObjective(all[0].Objective, new BudgetCounts(UpTo(4), UpTo(3), UpTo(2), UpTo(1), UpTo(0)));

        ObjectiveCounts UpTo(int age) => all.Where(r => r.Age <= age).Aggregate(ObjectiveCounts.None, (sum, r) => new ObjectiveCounts(
            sum.HoursMeasured + r.Counts.HoursMeasured,
            sum.HoursUsable + r.Counts.HoursUsable,
            sum.HoursOffBuckets + r.Counts.HoursOffBuckets,
            sum.Counts + r.Counts.Counts));
    }

    /// <summary>Counts of which some were left out, which were counted apart and may be more than those.</summary>
    public static SliCounts Counted(long good, long total) => new(Math.Clamp(good, 0, Math.Max(0, total)), Math.Max(0, total));
}
