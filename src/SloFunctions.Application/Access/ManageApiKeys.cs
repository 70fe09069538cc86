using SloFunctions.Application.Identifiers;
using SloFunctions.Application.Validation;
using SloFunctions.Domain.Results;
using SloFunctions.Domain.Vocabulary;

namespace SloFunctions.Application.Access;

/// <summary>Issues, shows, replaces and revokes API keys.</summary>
public sealed class ManageApiKeys(IApiKeyStore store, VerifyApiKey verification, IIdSource ids, ISecretSource secrets, TimeProvider clock)
{
    /// <summary>Issues a key.</summary>
    /// <param name="body">What is asked for.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="cancellation">Ends the call early.</param>
    public async Task<Result<IssuedApiKey>> CreateAsync(ApiKeyBody? body, string actor, CancellationToken cancellation)
    {
        if (!ApiKeyValidation.Check(body).TryGet(out var valid, out var error)) return error;
        string text = NewText();
        var now = clock.GetUtcNow();
        var stored = await store.CreateAsync(Key(text, valid.Grant, actor, now, now + valid.Lifetime), cancellation);
        return new IssuedApiKey(text, stored, null);
    }

    /// <summary>Reads one page.</summary>
    public async Task<ApiKeyPage> ListAsync(ApiKeyQuery query, CancellationToken cancellation)
    {
        var found = await store.ListAsync(query.After, query.Limit + 1, cancellation);
        if (found.Count <= query.Limit) return new ApiKeyPage(found, null);
        return new ApiKeyPage([.. found.Take(query.Limit)], ApiKeyQuery.CursorAfter(found[query.Limit - 1].KeyId));
    }

    /// <summary>Issues a key with the rights and the lifetime of another, which it replaces.</summary>
    public async Task<Result<IssuedApiKey>> RotateAsync(string keyId, RotationBody? body, string actor, CancellationToken cancellation)
    {
        if (!IdOf(keyId).TryGet(out var id, out var error) || !ApiKeyValidation.Grace(body).TryGet(out var grace, out error)) return error;
        string text = NewText();
        var now = clock.GetUtcNow();
        if (await store.ReplaceAsync(id, old => Key(text, GrantOf(old), actor, now, now + (old.ExpiresAt - old.CreatedAt)), now + grace, cancellation) is not var (stored, replaced))
            return Error.NotFound("api-key", "API Key", keyId);
        verification.Forget(id);
        return new IssuedApiKey(text, stored, replaced);
    }

    /// <summary>Revokes a key. Doing so again changes nothing. Other instances follow within a minute.</summary>
    public async Task<Result<ApiKeySummary>> RevokeAsync(string keyId, string actor, CancellationToken cancellation)
    {
        if (!IdOf(keyId).TryGet(out var id, out var error)) return error;
        if (await store.RevokeAsync(id, actor, clock.GetUtcNow(), cancellation) is not { } revoked) return Error.NotFound("api-key", "API Key", keyId);
        verification.Forget(id);
        return revoked;
    }

    private static Result<Guid> IdOf(string text) => FieldErrors.PathUuid(text, "key_id");

    private static ApiKeyGrant GrantOf(ApiKeySummary key) => new(key.Name, Term<Role>.Of(key.Role), key.Team, key.RateLimits);

    private NewApiKey Key(string text, ApiKeyGrant grant, string actor, DateTimeOffset now, DateTimeOffset? expires)
    {
        ApiKeyText.TryGetPrefix(text, out string prefix);
        return new NewApiKey(ids.Next(), prefix, ApiKeyText.Digest(text), grant, actor, now, expires);
    }

    private string NewText()
    {
        Span<byte> random = stackalloc byte[ApiKeyText.RandomBytes];
        secrets.Fill(random);
        return ApiKeyText.Of(random);
    }
}
