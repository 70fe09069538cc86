using SloFunctions.Application.Health;
using SloFunctions.Application.Telemetry;
using SloFunctions.Infrastructure.Credentials;

namespace SloFunctions.Infrastructure.Prometheus;

/// <summary>Asks the metric store for a sign of life, at most once in two seconds however many want to know.</summary>
public sealed class PrometheusHealth(PrometheusConnection connection, PrometheusOptions options, TimeProvider clock) : ITelemetryHealth, IDependencyProbe
{
    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(2);

    // A server that is gone refuses at once; one that hangs must not hold up every request while it is being asked.
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(100);

    private readonly Lock gate = new();
    private Task<string?>? probe;
    private Task<string?>? lastAnswer;
    private long probedAt;

    /// <inheritdoc/>
    public async ValueTask<bool> IsReachableAsync(CancellationToken cancellation)
    {
        var current = ComplaintAsync(cancellation);
        if (current.IsCompleted || Volatile.Read(ref lastAnswer) is not { } last) return await current is null;
        try
        {
            return await current.WaitAsync(Patience, clock, cancellation) is null;
        }
        catch (TimeoutException)
        {
            return await last is null;
        }
    }

    /// <inheritdoc/>
    public async Task<DependencyHealth> CheckAsync(CancellationToken cancellation)
    {
        string? complaint = await ComplaintAsync(cancellation);
        return new DependencyHealth(PrometheusClient.Name, complaint is null ? "up" : "down", Required: false, complaint);
    }

    private Task<string?> ComplaintAsync(CancellationToken cancellation)
    {
        lock (gate)
        {
            bool isOld = probe is { IsCompleted: true } && clock.GetElapsedTime(probedAt) >= Freshness;
            if (probe is null || isOld)
            {
                probedAt = clock.GetTimestamp();
                lastAnswer = probe;
                probe = ProbeAsync();
            }

            return probe.WaitAsync(cancellation);
        }
    }

    // Shared by all who wait, so that none of them may cancel it for the others.
    private async Task<string?> ProbeAsync()
    {
        using var limit = new CancellationTokenSource(options.ProbeTimeout, clock);
        try
        {
            using var response = await connection.Http.GetAsync("api/v1/query?query=1", HttpCompletionOption.ResponseHeadersRead, limit.Token);
            return response.IsSuccessStatusCode ? null : $"The server answers with status {(int)response.StatusCode}.";
        }
        catch (HttpRequestException)
        {
            return "No connection.";
        }
        catch (CredentialException e)
        {
            return e.Message;
        }
        catch (OperationCanceledException)
        {
            return $"No answer within {options.ProbeTimeout.TotalSeconds} s.";
        }
    }
}
