using System.Collections.Concurrent;
using EndToEnd.Tests.App;
using SloFunctions.Testing.Servers;

namespace EndToEnd.Tests.Contract;

/// <summary>The one place where generated requests get their credentials.</summary>
/// <param name="key">An administrator's key that may ask as often as it likes.</param>
/// <param name="issuer">Signs tokens of administrators.</param>
/// <param name="people">Which administrators; each has limits of their own.</param>
internal sealed class Credentials(string key, TokenIssuer issuer, string people)
{
    // Issuing takes the database a quarter of a second.
    private const int Issuers = 4;

    // Each person may do thirty things of a kind a minute.
    private const int Requests = 8;

    private readonly ConcurrentDictionary<int, string> tokens = new();
    private int count;

    /// <summary>Adds what the operation asks for.</summary>
    public void Add(HttpRequestMessage request, ContractOperation operation)
    {
        if (!operation.NeedsUser)
        {
            request.Headers.TryAddWithoutValidation(Api.KeyHeader, key);
            return;
        }

        int number = Interlocked.Increment(ref count);
        int person = operation.Id is "CreateApiKey" or "RotateApiKey" ? -1 - (number % Issuers) : number / Requests;
        request.Headers.Authorization = new("Bearer", tokens.GetOrAdd(person, p => issuer.Token($"{people} {p}", ["sre_admin"], [], "ann@example.org")));
    }
}
