using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Options;
using SloFunctions.Application.Health;

namespace SloFunctions.Functions.Access;

/// <summary>Asks the identity provider for its discovery document, at most once in two seconds however many want to know.</summary>
internal sealed class IdentityProviderHealth(IOptionsMonitor<JwtBearerOptions> schemes, TimeProvider clock) : IDependencyProbe
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(2);

    private readonly Lock gate = new();
    private Task<string?>? probe;
    private long probedAt;

    /// <inheritdoc/>
    public async Task<DependencyHealth> CheckAsync(CancellationToken cancellation)
    {
        string? complaint = await Current().WaitAsync(cancellation);
        return new DependencyHealth("identity_provider", complaint is null ? "up" : "down", Required: false, complaint);
    }

    private Task<string?> Current()
    {
        lock (gate)
        {
            if (probe is null || (probe.IsCompleted && clock.GetElapsedTime(probedAt) >= Limit))
            {
                probedAt = clock.GetTimestamp();
                probe = ProbeAsync();
            }

            return probe;
        }
    }

    // Shared by all who wait, so that none of them may cancel it for the others.
    private async Task<string?> ProbeAsync()
    {
        var scheme = schemes.Get(JwtBearerDefaults.AuthenticationScheme);
        using var limit = new CancellationTokenSource(Limit, clock);
        try
        {
            using var answer = await scheme.Backchannel.GetAsync(scheme.MetadataAddress, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            return answer.IsSuccessStatusCode ? null : $"The server answers with status {(int)answer.StatusCode}.";
        }
        catch (HttpRequestException)
        {
            return "No connection.";
        }
        catch (OperationCanceledException)
        {
            return $"No answer within {Limit.TotalSeconds} s.";
        }
    }
}
