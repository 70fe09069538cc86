using System.Net.Http.Headers;
using System.Text;

namespace SloFunctions.Infrastructure.Credentials;

/// <summary>A credential that stays the same while the app runs.</summary>
public sealed class FixedCredential : ITelemetryCredential
{
    private readonly AuthenticationHeaderValue header;

    private FixedCredential(AuthenticationHeaderValue header) => this.header = header;

    /// <summary>A bearer token.</summary>
    public static FixedCredential Bearer(string token) => new(new AuthenticationHeaderValue("Bearer", token));

    /// <summary>A name and a password, in UTF-8 (RFC 7617).</summary>
    public static FixedCredential Basic(string username, string password) =>
        new(new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{username}:{password}"))));

    /// <inheritdoc/>
    public ValueTask<AuthenticationHeaderValue?> HeaderAsync(CancellationToken cancellation) => ValueTask.FromResult<AuthenticationHeaderValue?>(header);
}
