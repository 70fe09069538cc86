namespace SloFunctions.Application.Access;

/// <summary>Keeps API keys, and notes in the audit log what is done to them.</summary>
public interface IApiKeyStore
{
    /// <summary>Stores a key.</summary>
    Task<ApiKeySummary> CreateAsync(NewApiKey key, CancellationToken cancellation);

    /// <summary>Reads keys by id.</summary>
    /// <param name="after">The last id of the page before; null for the first page.</param>
    /// <param name="count">The most to read.</param>
    /// <param name="cancellation">Ends the call early.</param>
    Task<IReadOnlyList<ApiKeySummary>> ListAsync(Guid? after, int count, CancellationToken cancellation);

    /// <summary>Stores a key that takes the place of another, in one step.</summary>
    /// <param name="old">The key to be replaced.</param>
    /// <param name="replacement">Makes the new key from the old one.</param>
    /// <param name="oldUntil">Until when the old one stays valid; the present to revoke it at once.</param>
    /// <param name="cancellation">Ends the call early.</param>
    /// <returns>The new and the old key; null when there is no such key, or it is valid no longer.</returns>
    Task<(ApiKeySummary New, ApiKeySummary Old)?> ReplaceAsync(
        Guid old, Func<ApiKeySummary, NewApiKey> replacement, DateTimeOffset oldUntil, CancellationToken cancellation);

    /// <summary>Revokes a key; one that is revoked already stays as it is.</summary>
    /// <returns>The key; null when there is no such one.</returns>
    Task<ApiKeySummary?> RevokeAsync(Guid id, string actor, DateTimeOffset now, CancellationToken cancellation);

    /// <summary>Finds the key of a prefix when the digest is its own, and notes the use. Takes a quarter of a second of the database's time.</summary>
    /// <returns>The key, be it valid or not; null when there is no such key or the digest is another's.</returns>
    Task<ApiKeySummary?> VerifyAsync(string prefix, string digest, DateTimeOffset now, CancellationToken cancellation);
}
