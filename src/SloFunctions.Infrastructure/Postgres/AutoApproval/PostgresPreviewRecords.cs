using Npgsql;
using SloFunctions.Application.AutoApproval;
using SloFunctions.Application.Recommendations;
using SloFunctions.Domain.AutoApproval;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Lifecycle;
using SloFunctions.Domain.Recommendations;
using SloFunctions.Domain.Reports;
using SloFunctions.Domain.Telemetry;
using SloFunctions.Domain.Vocabulary;
using SloFunctions.Infrastructure.Postgres.Reports;

namespace SloFunctions.Infrastructure.Postgres.AutoApproval;

/// <summary>Reads from the database what rules would have met: one statement for all services, whatever their number.</summary>
public sealed class PostgresPreviewRecords(PostgresDatabase database) : IPreviewRecords
{
    private static readonly string Method = Term<RecommendationMethod>.Name(RecommendationQuery.DefaultMethod);

    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<ServiceId, ServiceStanding>> ReadStandingsAsync(DateTimeOffset at, ServiceId? only, CancellationToken cancellation)
    {
        var rows = await database.UseAsync(
            connection => connection.QueryAsync(SqlFiles.Load("AutoApproval/read_standings_at.sql"), [at, only?.Value], Standing, cancellation), cancellation);
        return rows.ToDictionary(r => r.Service, r => r.Standing);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<(ServiceId Service, PastDecision Decision)>> ReadDecisionsAsync(
        DateTimeOffset start, DateTimeOffset end, string exceptActor, ServiceId? only, CancellationToken cancellation) => await database.UseAsync(
        connection => connection.QueryAsync(SqlFiles.Load("AutoApproval/read_decisions.sql"), [start, end, exceptActor, only?.Value], Decision, cancellation), cancellation);

    /// <inheritdoc/>
    public IAsyncEnumerable<StoredCandidate> ReadCandidatesAsync(CandidateQuery query, CancellationToken cancellation) => database.StreamAsync(
        SqlFiles.Load("AutoApproval/read_candidates.sql"),
        [query.Start, query.End, Term<Tier>.Name(query.Tier), Method, RecommendationQuery.DefaultLookbackDays, query.Service?.Value],
        CandidateRow.Read,
        cancellation);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<StoredCandidate>> ReadLatestAsync(CandidateQuery query, CancellationToken cancellation)
    {
        object?[] parameters = [query.End, Term<Tier>.Name(query.Tier), Method, RecommendationQuery.DefaultLookbackDays, query.Service?.Value];
        return await database.UseAsync(
            connection => connection.QueryAsync(SqlFiles.Load("AutoApproval/read_latest_candidates.sql"), parameters, CandidateRow.Read, cancellation), cancellation);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ObjectiveCounts>> ReadCountsAsync(IReadOnlyList<(ServiceId Service, TimeWindow Days)> wanted, CancellationToken cancellation) =>
        await DayCounts.ReadAsync(database, wanted, cancellation);

    private static (ServiceId Service, ServiceStanding Standing) Standing(NpgsqlDataReader row) => (
        ServiceId.Of(row.GetString(0)),
        new ServiceStanding(Term<ServiceCriticality>.Of(row.GetString(1)), row.Nullable<string>(2), TargetsRow.Read(row, 3))
        {
            DecidedAt = row.Nullable<DateTimeOffset?>(8),
            RejectedAt = row.Nullable<DateTimeOffset?>(9),
            ChosenAt = row.Nullable<DateTimeOffset?>(10),
            WholeAcceptedAt = row.Nullable<DateTimeOffset?>(11),
        });

    private static (ServiceId Service, PastDecision Decision) Decision(NpgsqlDataReader row) => (
        ServiceId.Of(row.GetString(0)),
        new PastDecision(row.GetFieldValue<DateTimeOffset>(1), Term<AuditAction>.Of(row.GetString(2)), row.GetBoolean(3), TargetsRow.Read(row, 4)));
}
