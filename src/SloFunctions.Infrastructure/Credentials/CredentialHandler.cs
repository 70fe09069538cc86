namespace SloFunctions.Infrastructure.Credentials;

/// <summary>Puts the credential and the tenant into each request.</summary>
internal sealed class CredentialHandler(ITelemetryCredential credential, string tenant, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.Authorization = await credential.HeaderAsync(cancellationToken);
        if (tenant.Length > 0) request.Headers.Add("X-Scope-OrgID", tenant);
        return await base.SendAsync(request, cancellationToken);
    }
}
