using System.Globalization;
using SloFunctions.Application.Recommendations;
using SloFunctions.Domain.Recommendations;
using SloFunctions.Domain.Vocabulary;

namespace SloFunctions.Infrastructure.Postgres.Recommendations;

/// <summary>An advisory lock that an open transaction holds: whatever ends the process or its connection gives it back.</summary>
public sealed class PostgresGenerationLock(PostgresDatabase database, PostgresOptions options) : IGenerationLock, IDisposable
{
    private const string Take = "SELECT pg_advisory_xact_lock(hashtextextended($1, 0))";

    // Whoever holds a lock needs further connections for the work: half of them must remain.
    private readonly SemaphoreSlim holders = new(options.MaxPoolSize / 2);

    /// <inheritdoc/>
    public async Task<T> RunAsync<T>(RecommendationKey key, Func<Task<T>> work, CancellationToken cancellation)
    {
        await holders.WaitAsync(cancellation);
        try
        {
            return await database.UseAsync(
                async connection =>
                {
                    await using var transaction = await connection.BeginTransactionAsync(cancellation);
                    await using var take = connection.Command(Take, Name(key));
                    // The wait for another instance is the caller's to limit.
                    take.CommandTimeout = 0;
                    await take.ExecuteNonQueryAsync(cancellation);
                    return await work();
                },
                cancellation);
        }
        finally
        {
            holders.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => holders.Dispose();

    private static string Name(RecommendationKey key) => string.Create(
        CultureInfo.InvariantCulture, $"slo.recommendations\n{key.Service.Value}\n{key.LookbackDays}\n{Term<RecommendationMethod>.Name(key.Method)}");
}
