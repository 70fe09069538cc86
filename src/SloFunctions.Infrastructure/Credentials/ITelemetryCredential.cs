using System.Net.Http.Headers;

namespace SloFunctions.Infrastructure.Credentials;

/// <summary>What this app shows a metric or trace store to be let in.</summary>
public interface ITelemetryCredential
{
    /// <summary>The <c>Authorization</c> header of the next request; null for none.</summary>
    /// <exception cref="CredentialException">There is none to be had at present.</exception>
    ValueTask<AuthenticationHeaderValue?> HeaderAsync(CancellationToken cancellation);
}
