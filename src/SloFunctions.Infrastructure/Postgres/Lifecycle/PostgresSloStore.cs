using System.Security.Cryptography;
using System.Text.Json;
using Npgsql;
using SloFunctions.Application.Lifecycle;
using SloFunctions.Application.Publishing;
using SloFunctions.Application.Recommendations.Documents;
using SloFunctions.Domain.ErrorBudgets;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Recommendations;
using SloFunctions.Domain.Results;
using SloFunctions.Domain.Vocabulary;
using SloFunctions.Infrastructure.Postgres.Audit;
using SloFunctions.Infrastructure.Postgres.Recommendations;

namespace SloFunctions.Infrastructure.Postgres.Lifecycle;

/// <summary>Keeps the SLOs in force; each change, its audit entry and all else take effect together.</summary>
public sealed class PostgresSloStore(PostgresDatabase database, TimeProvider clock) : ISloStore
{
    /// <inheritdoc/>
    public async Task<ServiceSlo?> FindAsync(ServiceId service, CancellationToken cancellation) =>
        await database.UseAsync(connection => FindAsync(connection, service, cancellation), cancellation);

    /// <inheritdoc/>
    public async Task<Result<SloDecisionDocument>> DecideAsync(
        DecisionSubject subject, Func<SloSituation, Result<SloChange>> decide, CancellationToken cancellation)
    {
        try
        {
            return await database.TransactAsync(connection => DecideAsync(connection, subject, decide, cancellation), cancellation);
        }
        catch (KeyTakenException)
        {
            return Reused;
        }
    }

    private static Error Reused { get; } = Error.Unprocessable(
        "idempotency-key-reused", "Idempotency Key Reused", "Another request was sent with this key before; nothing was stored.",
        new FieldError("Idempotency-Key", "Use a key of its own for each request."));

    private async Task<Result<SloDecisionDocument>> DecideAsync(
        NpgsqlConnection connection, DecisionSubject subject, Func<SloSituation, Result<SloChange>> decide, CancellationToken cancellation)
    {
        if (await ServiceLock.TakeAsync(connection, subject.Service.Value, cancellation) is not { } service) return Error.ServiceNotFound(subject.Service.Value);
        if (subject.Repeat is { } repeat && await FindAnswerAsync(connection, repeat, cancellation) is { } earlier) return earlier;

        var present = (await FindAsync(connection, subject.Service, cancellation))!;
        var situation = new SloSituation(present.Team, present.Slo, await FindRecommendationAsync(connection, service, subject.RecommendationId, cancellation))
        {
            LatencyBounds = subject.NamesDurations ? await FindBoundsAsync(connection, service, cancellation) : [],
        };
        if (!decide(situation).TryGet(out var change, out var error)) return error;

        if (change.Slo is { } slo) await connection.ExecuteAsync(SqlFiles.Load("Lifecycle/save_slo.sql"), SloRow.Of(slo, service), cancellation);
        if (change.Decided is { } decided)
        {
            object[] closed = [decided.SetId, decided.Items.ToArray(), Term<RecommendationStatus>.Name(decided.Status)];
            await connection.ExecuteAsync(SqlFiles.Load("Lifecycle/close_recommendations.sql"), closed, cancellation);
        }

        await AuditLog.AppendAsync(connection, [change.Entry], cancellation);
        if (subject.Repeat is { } again) await SaveAnswerAsync(connection, again, change.Answer, cancellation);
        await connection.ExecuteAsync(PostgresCacheVersion.Grow, [], cancellation);
        return change.Answer;
    }

    private static async Task<ServiceSlo?> FindAsync(NpgsqlConnection connection, ServiceId service, CancellationToken cancellation) => (await connection.QueryAsync(
        SqlFiles.Load("Lifecycle/find_slo.sql"),
        [service.Value],
        row => new ServiceSlo(service, row.Nullable<string>(0), SloRow.Read(row, 1)),
        cancellation)).FirstOrDefault();

    private static async Task<OpenRecommendation?> FindRecommendationAsync(NpgsqlConnection connection, Guid service, Guid? id, CancellationToken cancellation) =>
        id is null ? null : (await connection.QueryAsync(SqlFiles.Load("Lifecycle/find_recommendation.sql"), [service, id], Recommendation, cancellation)).FirstOrDefault();

    private async Task<IReadOnlyList<double>> FindBoundsAsync(NpgsqlConnection connection, Guid service, CancellationToken cancellation) => (await connection.QueryAsync(
        SqlFiles.Load("Lifecycle/find_latency_bounds.sql"),
        [service, clock.GetUtcNow() - ErrorBudget.SloWindow],
        row => row.GetFieldValue<double[]>(0),
        cancellation)).FirstOrDefault() ?? [];

    private static OpenRecommendation Recommendation(NpgsqlDataReader row)
    {
        var ids = row.Nullable<Guid[]>(3) ?? [];
        string[] statuses = row.Nullable<string[]>(4) ?? [];
        return new OpenRecommendation(
            JsonSerializer.Deserialize<RecommendationDocument>(row.GetFieldValue<byte[]>(0), PublishedJson.Options)!,
            Term<RecommendationStatus>.Of(row.GetString(1)),
            ids.Zip(statuses).ToDictionary(i => i.First, i => Term<RecommendationStatus>.Of(i.Second)),
            row.GetFieldValue<DateTimeOffset>(2),
            row.Nullable<Guid?>(5));
    }

    private async Task<Result<SloDecisionDocument>?> FindAnswerAsync(NpgsqlConnection connection, IdempotencyKey repeat, CancellationToken cancellation)
    {
        var found = await connection.QueryAsync(
            SqlFiles.Load("Lifecycle/find_answer.sql"),
            [repeat.ClientId, repeat.Key, Forgotten],
            row => (Hash: row.GetFieldValue<byte[]>(0), Document: row.GetString(1)),
            cancellation);
        if (found is not [var first]) return null;
        if (!CryptographicOperations.FixedTimeEquals(first.Hash, repeat.RequestHash)) return Reused;
        return JsonSerializer.Deserialize<SloDecisionDocument>(first.Document, PublishedJson.Options)!;
    }

    // Decisions about one service come one after the other; a request about another service may have taken the key meanwhile.
    private async Task SaveAnswerAsync(NpgsqlConnection connection, IdempotencyKey repeat, SloDecisionDocument answer, CancellationToken cancellation)
    {
        object[] row = [repeat.ClientId, repeat.Key, repeat.RequestHash, JsonSerializer.Serialize(answer, PublishedJson.Options), clock.GetUtcNow(), Forgotten];
        if (await connection.ExecuteAsync(SqlFiles.Load("Lifecycle/save_answer.sql"), row, cancellation) == 0) throw new KeyTakenException();
    }

    private DateTimeOffset Forgotten => clock.GetUtcNow() - LifecycleLimits.RepeatMemory;

    // Takes the transaction back.
    private sealed class KeyTakenException : Exception;
}
