using System.Collections.Concurrent;
using SloFunctions.Application.Access;
using SloFunctions.Domain.Vocabulary;

namespace SloFunctions.Testing.Ports;

/// <summary>Keeps keys without a database.</summary>
public sealed class InMemoryApiKeys : IApiKeyStore
{
    private readonly ConcurrentDictionary<Guid, (ApiKeySummary Key, string Digest)> keys = new();
    private int checks;

    /// <summary>How often a key was checked.</summary>
    public int Checks => checks;

    /// <summary>Called within each check.</summary>
    public Func<Task> OnCheck { get; set; } = () => Task.CompletedTask;

    /// <inheritdoc/>
    public Task<ApiKeySummary> CreateAsync(NewApiKey key, CancellationToken cancellation)
    {
        var stored = new ApiKeySummary(
            key.Id, key.Grant.Name, key.Prefix, Term<Role>.Name(key.Grant.Role), key.Grant.Team, key.Grant.RateLimits, key.CreatedBy, key.CreatedAt, key.ExpiresAt, null, null);
        keys[key.Id] = (stored, key.Digest);
        return Task.FromResult(stored);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<ApiKeySummary>> ListAsync(Guid? after, int count, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<ApiKeySummary>>([.. keys.Values.Select(k => k.Key).OrderBy(k => k.KeyId).Where(k => after is null || k.KeyId > after).Take(count)]);

    /// <inheritdoc/>
    public async Task<(ApiKeySummary New, ApiKeySummary Old)?> ReplaceAsync(
        Guid old, Func<ApiKeySummary, NewApiKey> replacement, DateTimeOffset oldUntil, CancellationToken cancellation)
    {
        if (!keys.TryGetValue(old, out var found)) return null;
        var key = replacement(found.Key);
        var ended = oldUntil <= key.CreatedAt ? found.Key with { RevokedAt = key.CreatedAt } : found.Key with { ExpiresAt = oldUntil };
        keys[old] = (ended, found.Digest);
        return (await CreateAsync(key, cancellation), ended);
    }

    /// <inheritdoc/>
    public Task<ApiKeySummary?> RevokeAsync(Guid id, string actor, DateTimeOffset now, CancellationToken cancellation)
    {
        if (!keys.TryGetValue(id, out var found)) return Task.FromResult<ApiKeySummary?>(null);
        keys[id] = (found.Key with { RevokedAt = found.Key.RevokedAt ?? now }, found.Digest);
        return Task.FromResult<ApiKeySummary?>(keys[id].Key);
    }

    /// <inheritdoc/>
    public async Task<ApiKeySummary?> VerifyAsync(string prefix, string digest, DateTimeOffset now, CancellationToken cancellation)
    {
        Interlocked.Increment(ref checks);
        await OnCheck();
        return keys.Values.Where(k => k.Key.Prefix == prefix && k.Digest == digest).Select(k => k.Key).FirstOrDefault();
    }
}
