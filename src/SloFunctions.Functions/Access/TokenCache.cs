using SloFunctions.Application.Access;

namespace SloFunctions.Functions.Access;

/// <summary>
/// Remembers what became of tokens. Each has one slot, found by its digest; who comes later takes it. So the memory is
/// constant whatever is sent, and nothing waits. Safe to use from several threads.
/// </summary>
/// <param name="slots">How many are remembered at most.</param>
internal sealed class TokenCache(int slots)
{
    private readonly Entry?[] entries = new Entry?[slots];

    /// <summary>Whether a token is remembered at <paramref name="now"/>, and for whom.</summary>
    public bool TryFind(CredentialDigest token, DateTimeOffset now, out Caller? caller)
    {
        var entry = Volatile.Read(ref Slot(token));
        bool isKnown = entry is not null && entry.Token == token && now < entry.Until;
        caller = isKnown ? entry!.Caller : null;
        return isKnown;
    }

    /// <summary>Remembers a token.</summary>
    public void Keep(CredentialDigest token, Caller? caller, DateTimeOffset until) => Volatile.Write(ref Slot(token), new Entry(token, caller, until));

    private ref Entry? Slot(CredentialDigest token) => ref entries[(int)(token.First % (uint)entries.Length)];

    private sealed record Entry(CredentialDigest Token, Caller? Caller, DateTimeOffset Until);
}
