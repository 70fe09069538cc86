using System.Net.Http.Headers;

namespace SloFunctions.Infrastructure.Credentials;

/// <summary>For stores that let anyone in.</summary>
public sealed class NoCredential : ITelemetryCredential
{
    /// <inheritdoc/>
    public ValueTask<AuthenticationHeaderValue?> HeaderAsync(CancellationToken cancellation) => ValueTask.FromResult<AuthenticationHeaderValue?>(null);
}
