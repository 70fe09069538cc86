namespace SloFunctions.Application.Access;

/// <summary>Who asks, as proved by a credential.</summary>
/// <param name="Credential">How it was proved.</param>
/// <param name="ClientId">What its requests are counted under: <c>key:</c> and the key's id, or <c>user:</c> and the token's subject.</param>
/// <param name="Actor">Its name in audit entries, 1 to 255 characters.</param>
/// <param name="Role">Its highest role; null when it has none of ours.</param>
/// <param name="Teams">The teams whose services are its own; compared exactly.</param>
/// <param name="RateLimits">Requests a minute by operation in place of the usual limits, <see cref="AllOperations"/> standing for all others; empty for none.</param>
public sealed record Caller(
    CredentialKind Credential,
    string ClientId,
    string Actor,
    Role? Role,
    IReadOnlyList<string> Teams,
    IReadOnlyDictionary<string, int> RateLimits)
{
    /// <summary>What stands for every operation that has no limit of its own.</summary>
    public const string AllOperations = "*";

    /// <summary>Whether it has a role, or one that includes it.</summary>
    public bool Has(Role role) => Role >= role;

    /// <summary>Requests a minute that it may make of an operation.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="usual">What callers may make who have no limit of their own.</param>
    public int LimitFor(string operation, int usual) =>
        RateLimits.Count == 0 ? usual : RateLimits.TryGetValue(operation, out int own) || RateLimits.TryGetValue(AllOperations, out own) ? own : usual;

    /// <summary>Whether it may change what belongs to a team's services.</summary>
    /// <param name="team">The team; null when nobody is named, which only an administrator may act for.</param>
    public bool ActsFor(string? team) => Has(Access.Role.SreAdmin) || (Has(Access.Role.ServiceOwner) && team is not null && Teams.Contains(team, StringComparer.Ordinal));
}
