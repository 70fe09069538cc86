using System.Net.Http.Headers;

namespace SloFunctions.Infrastructure.Credentials;

/// <summary>A bearer token in a file that whoever issues it replaces while the app runs; it is read for each request.</summary>
public sealed class BearerFileCredential(string file) : ITelemetryCredential
{
    // Tokens with many claims have a few thousand.
    private const int MostCharacters = 64 * 1024;

    /// <inheritdoc/>
    public async ValueTask<AuthenticationHeaderValue?> HeaderAsync(CancellationToken cancellation)
    {
        string token = (await ReadAsync(cancellation)).Trim();
        return BearerToken.IsOne(token) ? new AuthenticationHeaderValue("Bearer", token) : throw new CredentialException($"The file {file} holds no token.");
    }

    private async Task<string> ReadAsync(CancellationToken cancellation)
    {
        try
        {
            using var reader = new StreamReader(file);
            var text = new char[MostCharacters];
            return new string(text, 0, await reader.ReadBlockAsync(text, cancellation));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CredentialException($"The file {file} cannot be read.", e);
        }
    }
}
