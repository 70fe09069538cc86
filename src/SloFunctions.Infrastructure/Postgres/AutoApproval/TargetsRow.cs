using Npgsql;
using SloFunctions.Domain.AutoApproval;
using SloFunctions.Domain.Lifecycle;
using SloFunctions.Domain.Vocabulary;

namespace SloFunctions.Infrastructure.Postgres.AutoApproval;

/// <summary>Targets in force as columns one after the other: availability in percent, three durations, and the source.</summary>
internal static class TargetsRow
{
    /// <summary>The targets; null where there is no source. Divided as decimals: 99.9 / 100 is 0.999 there.</summary>
    public static TargetsInForce? Read(NpgsqlDataReader row, int first) =>
        Term<SloSource>.TryParse(row.Nullable<string>(first + 4), out var source)
            ? new TargetsInForce(
                (double?)(row.Nullable<decimal?>(first) / 100m),
                (double?)row.Nullable<decimal?>(first + 1),
                (double?)row.Nullable<decimal?>(first + 2),
                (double?)row.Nullable<decimal?>(first + 3),
                source)
            : null;
}
