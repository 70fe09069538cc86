using Npgsql;
using SloFunctions.Application.AutoApproval;
using SloFunctions.Application.Lifecycle;
using SloFunctions.Domain.AutoApproval;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Vocabulary;

namespace SloFunctions.Infrastructure.Postgres.AutoApproval;

/// <summary>Reads from the database what is in force and what people decided.</summary>
public sealed class PostgresStandingReader(PostgresDatabase database) : IStandingReader
{
    /// <inheritdoc/>
    public async Task<PresentStanding?> FindAsync(ServiceId service, CancellationToken cancellation) => (await database.UseAsync(
        connection => connection.QueryAsync(SqlFiles.Load("AutoApproval/read_standing.sql"), [service.Value], Present, cancellation), cancellation)).FirstOrDefault();

    private static PresentStanding Present(NpgsqlDataReader row)
    {
        var standing = new ServiceStanding(Term<ServiceCriticality>.Of(row.GetString(0)), row.Nullable<string>(1), TargetsRow.Read(row, 4))
        {
            DecidedAt = row.Nullable<DateTimeOffset?>(9),
            RejectedAt = row.Nullable<DateTimeOffset?>(10),
            ChosenAt = row.Nullable<DateTimeOffset?>(11),
            WholeAcceptedAt = row.Nullable<DateTimeOffset?>(12),
        };
        return new PresentStanding(standing, SloTag.Of(row.Nullable<Guid?>(2), row.Nullable<long?>(3)));
    }
}
