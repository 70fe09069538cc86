using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Microsoft.AspNetCore.Authentication.JwtBearer.Metadata;

/// <summary>Keeps the last metadata that could be read, and lets one caller at a time read it again.</summary>
internal sealed class MetadataCache(MetadataReader reader, JwtBearerOptions options, TimeProvider clock) : IConfigurationManager<OpenIdConnectConfiguration>
{
    // A provider that is down from the start is not asked by every request.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly Lock gate = new();
    private Task<OpenIdConnectConfiguration>? reading;
    private Task<OpenIdConnectConfiguration>? known;
    private long triedAt;
    private long knownAt;
    private bool isWanted;

    public async Task<OpenIdConnectConfiguration> GetConfigurationAsync(CancellationToken cancel)
    {
        try
        {
            return await Current().WaitAsync(cancel);
        }
        catch (InvalidOperationException) when (Volatile.Read(ref known) is { } last)
        {
            return await last;
        }
    }

    public void RequestRefresh()
    {
        lock (gate)
        {
            if (reading is null || clock.GetElapsedTime(triedAt) >= options.RefreshInterval) isWanted = true;
        }
    }

    private Task<OpenIdConnectConfiguration> Current()
    {
        lock (gate)
        {
            if (reading is { IsCompleted: false }) return reading;
            if (known is not null && !IsDue()) return known;
            if (known is null && reading is not null && clock.GetElapsedTime(triedAt) < Pause) return reading;
            isWanted = false;
            triedAt = clock.GetTimestamp();
            // Shared by all who wait, so that none of them may cancel it for the others.
            return reading = Task.Run(ReadAsync);
        }
    }

    private bool IsDue() =>
        isWanted || (clock.GetElapsedTime(knownAt) >= options.AutomaticRefreshInterval && clock.GetElapsedTime(triedAt) >= options.RefreshInterval);

    private async Task<OpenIdConnectConfiguration> ReadAsync()
    {
        var read = await reader.ReadAsync();
        lock (gate)
        {
            known = Task.FromResult(read);
            knownAt = clock.GetTimestamp();
        }

        return read;
    }
}
