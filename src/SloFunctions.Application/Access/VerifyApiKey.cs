using System.Collections.Concurrent;
using SloFunctions.Application.Failures;
using SloFunctions.Domain.Results;
using SloFunctions.Domain.Vocabulary;

namespace SloFunctions.Application.Access;

/// <summary>
/// Tells whose key it is. Outcomes are remembered for a while, requests with the same key share one check, few checks run at
/// once, and an address that guesses is turned away before anything is computed. Safe for use by several threads.
/// </summary>
public sealed class VerifyApiKey(IApiKeyStore store, AccessPolicy policy, TimeProvider clock) : IDisposable
{
    private const int ConcurrentChecks = 2;
    private const int MostRemembered = 10_000;
    private static readonly TimeSpan RefusalTime = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan CheckTime = TimeSpan.FromSeconds(10);

    // Nobody can revoke a key while the database is down.
    private static readonly TimeSpan OutageGrace = TimeSpan.FromMinutes(10);

    private static readonly Error Unknown = Error.Unauthenticated("The API key is not valid.");

    private readonly ConcurrentDictionary<CredentialDigest, CheckedKey> valid = new();
    private readonly ConcurrentDictionary<CredentialDigest, CheckedKey> refused = new();
    private readonly ConcurrentDictionary<CredentialDigest, Lazy<Task<CheckedKey>>> running = new();
    private readonly SemaphoreSlim checks = new(ConcurrentChecks);
    private readonly FailureThrottle throttle = new(policy.FailuresPerMinute, clock);

    /// <summary>Checks a key.</summary>
    /// <param name="key">The text of the header.</param>
    /// <param name="address">Where the request comes from.</param>
    /// <param name="cancellation">Ends the wait, not the check, which others may wait for too.</param>
    /// <returns>The caller, or why it is none.</returns>
    /// <exception cref="DependencyUnavailableException">The database does not answer.</exception>
    /// <exception cref="OverloadedException">Too many keys are being checked.</exception>
    public async ValueTask<Result<Caller>> HandleAsync(string key, string address, CancellationToken cancellation)
    {
        if (key.Length != ApiKeyText.Length) return Unknown;
        var digest = CredentialDigest.Of(key);
        if (Remembered(valid, digest) is { } known) return known.Outcome;
        if (!ApiKeyText.TryGetPrefix(key, out string prefix)) return Unknown;
        if (Remembered(refused, digest) is { } wrong) return wrong.Outcome;
        if (throttle.Wait(address) is { } wait) return Error.Throttled("too-many-wrong-keys", "Too Many Wrong Keys", "Too many wrong API keys came from this address.", wait);

        var check = running.GetOrAdd(digest, _ => new Lazy<Task<CheckedKey>>(() => CheckAsync(digest, prefix, key)));
        var outcome = await check.Value.WaitAsync(cancellation);
        if (outcome.KeyId is null) throttle.Note(address);
        return outcome.Outcome;
    }

    /// <summary>Has a key checked anew when it comes next.</summary>
    public void Forget(Guid keyId)
    {
        foreach (var (digest, entry) in valid)
        {
            if (entry.KeyId == keyId) valid.TryRemove(digest, out _);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => checks.Dispose();

    private CheckedKey? Remembered(ConcurrentDictionary<CredentialDigest, CheckedKey> from, CredentialDigest digest) =>
        from.TryGetValue(digest, out var entry) && entry.Until > clock.GetUtcNow() ? entry : null;

    private CheckedKey? Outlasting(CredentialDigest digest)
    {
        var now = clock.GetUtcNow();
        return valid.TryGetValue(digest, out var entry) && entry.Until + OutageGrace > now && !(entry.ExpiresAt <= now) ? entry : null;
    }

    private void Remember(ConcurrentDictionary<CredentialDigest, CheckedKey> into, CredentialDigest digest, CheckedKey entry)
    {
        if (into.Count >= MostRemembered)
        {
            var now = clock.GetUtcNow();
            foreach (var (old, outdated) in into)
            {
                if (outdated.Until + OutageGrace <= now) into.TryRemove(old, out _);
            }

            if (into.Count >= MostRemembered) into.Clear();
        }

        into[digest] = entry;
    }

    // Not ended by the request that began it: others may have come to wait for it.
    private async Task<CheckedKey> CheckAsync(CredentialDigest digest, string prefix, string key)
    {
        try
        {
            using var limit = new CancellationTokenSource(CheckTime, clock);
            if (!await checks.WaitAsync(LongestWait, limit.Token)) throw new OverloadedException(LongestWait);
            try
            {
                var now = clock.GetUtcNow();
                var outcome = Judge(await store.VerifyAsync(prefix, ApiKeyText.Digest(key), now, limit.Token), now);
                valid.TryRemove(digest, out _);
                Remember(outcome.Outcome.Error is null ? valid : refused, digest, outcome);
                return outcome;
            }
            finally
            {
                checks.Release();
            }
        }
        catch (DependencyUnavailableException) when (Outlasting(digest) is { } known)
        {
            return known;
        }
        finally
        {
            running.TryRemove(digest, out _);
        }
    }

    private CheckedKey Judge(ApiKeySummary? stored, DateTimeOffset now)
    {
        if (stored is null) return Refusal(Unknown.Detail, null);
        if (stored.RevokedAt is not null) return Refusal("The API key has been revoked.", stored.KeyId);
        if (stored.ExpiresAt <= now) return Refusal("The API key has expired.", stored.KeyId);
        var until = now + policy.KeyCacheTime;
        return new CheckedKey(CallerOf(stored), stored.KeyId, stored.ExpiresAt < until ? stored.ExpiresAt.Value : until, stored.ExpiresAt);

        CheckedKey Refusal(string detail, Guid? id) => new(Error.Unauthenticated(detail), id, now + RefusalTime, null);
    }

    private static Caller CallerOf(ApiKeySummary key) => new(
        CredentialKind.ApiKey,
        $"key:{key.KeyId:D}",
        Actor(key.Name),
        Term<Role>.Of(key.Role),
        key.Team is { } team ? [team] : [],
        key.RateLimits);

    private static string Actor(string name) => $"api-key:{name}" is { Length: <= 255 } actor ? actor : $"api-key:{name}"[..255];

    private sealed record CheckedKey(Result<Caller> Outcome, Guid? KeyId, DateTimeOffset Until, DateTimeOffset? ExpiresAt);
}
