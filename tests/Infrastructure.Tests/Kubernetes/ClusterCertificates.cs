using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace SloFunctions.Infrastructure.Tests.Kubernetes;

/// <summary>An authority as each cluster has its own, and a certificate of it for 127.0.0.1.</summary>
internal sealed class ClusterCertificates : IDisposable
{
    private readonly X509Certificate2 authority;

    public ClusterCertificates()
    {
        var (start, end) = (DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        using var authorityKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=cluster", authorityKey, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, true));
        authority = request.CreateSelfSigned(start, end);

        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        var signed = new CertificateRequest("CN=apiserver", key, HashAlgorithmName.SHA256) { CertificateExtensions = { names.Build() } };
        using var certificate = signed.Create(authority, start.AddHours(1), end.AddHours(-1), [1, 2, 3]);
        Server = certificate.CopyWithPrivateKey(key);
    }

    public X509Certificate2 Server { get; }

    public string AuthorityPem => authority.ExportCertificatePem();

    public void Dispose()
    {
        authority.Dispose();
        Server.Dispose();
    }
}
