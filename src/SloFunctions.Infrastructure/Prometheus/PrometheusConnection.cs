using SloFunctions.Infrastructure.Settings;

namespace SloFunctions.Infrastructure.Prometheus;

/// <summary>The HTTP connection to the metric store.</summary>
public sealed class PrometheusConnection : IDisposable
{
    /// <summary>Prepares connections to the server of <paramref name="options"/>; none is opened yet.</summary>
    /// <exception cref="InvalidSettingException">The address is missing or not an absolute http(s) URL.</exception>
    public PrometheusConnection(PrometheusOptions options)
    {
        if (!Uri.TryCreate(options.Url.TrimEnd('/') + "/", UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            throw new InvalidSettingException($"{PrometheusOptions.Section}:{nameof(PrometheusOptions.Url)}", "An http(s) URL is expected.");

        // A server behind a name may move; attempts have time limits of their own.
        var handler = new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5) };
        Http = new HttpClient(handler) { BaseAddress = address, Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <summary>The client; its base address is that of the API.</summary>
    public HttpClient Http { get; }

    /// <inheritdoc/>
    public void Dispose() => Http.Dispose();
}
