using SloFunctions.Infrastructure.Credentials;
using SloFunctions.Infrastructure.Settings;

namespace SloFunctions.Infrastructure.Tempo;

/// <summary>The HTTP connection to the trace store, where there is one.</summary>
public sealed class TempoConnection : IDisposable
{
    /// <summary>Prepares connections to the server of <paramref name="options"/>; none is opened yet.</summary>
    /// <exception cref="InvalidSettingException">The address is not an absolute http(s) URL.</exception>
    public TempoConnection(TempoOptions options, ITelemetryCredential credential) =>
        Http = options.IsConfigured ? StoreHttp.Create(options, TempoOptions.Section, credential) : null;

    /// <summary>The client, whose base address is that of the API; null without a trace store.</summary>
    public HttpClient? Http { get; }

    /// <inheritdoc/>
    public void Dispose() => Http?.Dispose();
}
