using System.Net.Http.Headers;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace SloFunctions.Infrastructure.Kubernetes;

/// <summary>The connection of one run: tokens and authorities are replaced while the app runs, so that each run reads them again.</summary>
internal sealed class KubernetesConnection : IDisposable
{
    // A page of deployments with all that controllers write into them is a tenth of it.
    private const int MostBytes = 64 * 1024 * 1024;

    private readonly X509Certificate2Collection authorities;

    private KubernetesConnection(Uri address, X509Certificate2Collection authorities)
    {
        this.authorities = authorities;
        // The token belongs to this server, whatever other it may point to.
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false };
        if (authorities.Count > 0) handler.SslOptions = new SslClientAuthenticationOptions { CertificateChainPolicy = Policy(authorities) };
        Http = new HttpClient(handler)
        {
            BaseAddress = address,
            Timeout = Timeout.InfiniteTimeSpan,
            MaxResponseContentBufferSize = MostBytes,
            DefaultRequestHeaders = { Accept = { new MediaTypeWithQualityHeaderValue("application/json") } },
        };
    }

    /// <summary>The client; its base address is that of the server, and attempts have time limits of their own.</summary>
    public HttpClient Http { get; }

    /// <summary>Prepares a connection; nothing is sent yet.</summary>
    /// <exception cref="KubernetesAccessException">The token or the authorities cannot be read.</exception>
    public static async Task<KubernetesConnection> OpenAsync(Uri address, KubernetesOptions options, CancellationToken cancellation)
    {
        if (address.Scheme != "https") return new KubernetesConnection(address, []);
        string token = (await ReadAsync(options.TokenFile, cancellation)).Trim();
        if (token.Length == 0 || token.Any(c => c is <= ' ' or >= '\x7f'))
            throw new KubernetesAccessException($"The file {options.TokenFile} holds no token.");
        var connection = new KubernetesConnection(address, await AuthoritiesAsync(options.CaFile, cancellation));
        connection.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return connection;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Http.Dispose();
        foreach (var authority in authorities) authority.Dispose();
    }

    private static async Task<X509Certificate2Collection> AuthoritiesAsync(string file, CancellationToken cancellation)
    {
        var certificates = new X509Certificate2Collection();
        if (file.Length == 0) return certificates;
        try
        {
            certificates.ImportFromPem(await ReadAsync(file, cancellation));
        }
        catch (CryptographicException e)
        {
            throw new KubernetesAccessException($"The file {file} holds a certificate that cannot be read.", e);
        }

        return certificates.Count > 0 ? certificates : throw new KubernetesAccessException($"The file {file} holds no certificate in PEM form.");
    }

    private static async Task<string> ReadAsync(string file, CancellationToken cancellation)
    {
        try
        {
            return await File.ReadAllTextAsync(file, cancellation);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new KubernetesAccessException($"The file {file} cannot be read.", e);
        }
    }

    private static X509ChainPolicy Policy(X509Certificate2Collection trusted)
    {
        // Clusters sign for themselves, and publish no list of what they have revoked.
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.AddRange(trusted);
        return policy;
    }
}
