using SloFunctions.Infrastructure.Settings;

namespace SloFunctions.Infrastructure.Credentials;

/// <summary>Makes HTTP clients of metric and trace stores.</summary>
internal static class StoreHttp
{
    /// <summary>A client whose base address is that of the API; attempts have time limits of their own. Nothing is sent yet.</summary>
    /// <exception cref="InvalidSettingException">The address is missing or not an absolute http(s) URL.</exception>
    public static HttpClient Create(StoreOptions options, string section, ITelemetryCredential credential)
    {
        if (!Uri.TryCreate(options.Url.TrimEnd('/') + "/", UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            throw new InvalidSettingException($"{section}:{nameof(StoreOptions.Url)}", "An http(s) URL is expected.");

        // A server behind a name may move; and a credential belongs to this server, whatever other it may point to.
        var handler = new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5), AllowAutoRedirect = false };
        return new HttpClient(new CredentialHandler(credential, options.Tenant, handler)) { BaseAddress = address, Timeout = Timeout.InfiniteTimeSpan };
    }
}
