using SloFunctions.Infrastructure.Credentials;
using SloFunctions.Infrastructure.Settings;

namespace SloFunctions.Infrastructure.Prometheus;

/// <summary>The HTTP connection to the metric store.</summary>
public sealed class PrometheusConnection : IDisposable
{
    /// <summary>Prepares connections to a server that lets anyone in; none is opened yet.</summary>
    /// <exception cref="InvalidSettingException">The address is missing or not an absolute http(s) URL.</exception>
    public PrometheusConnection(PrometheusOptions options)
        : this(options, new NoCredential())
    {
    }

    /// <summary>Prepares connections to the server of <paramref name="options"/>; none is opened yet.</summary>
    /// <exception cref="InvalidSettingException">The address is missing or not an absolute http(s) URL.</exception>
    public PrometheusConnection(PrometheusOptions options, ITelemetryCredential credential) =>
        Http = StoreHttp.Create(options, PrometheusOptions.Section, credential);

    /// <summary>The client; its base address is that of the API.</summary>
    public HttpClient Http { get; }

    /// <inheritdoc/>
    public void Dispose() => Http.Dispose();
}
