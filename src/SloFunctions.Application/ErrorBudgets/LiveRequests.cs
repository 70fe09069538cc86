using SloFunctions.Application.Failures;
using SloFunctions.Application.Telemetry;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Application.ErrorBudgets;

/// <summary>Asks the metric store for a service's requests up to now, and does without when it does not answer soon.</summary>
public sealed class LiveRequests(IServiceTelemetry telemetry, TimeProvider clock)
{
    /// <summary>The longest time that is asked about.</summary>
    internal static readonly TimeSpan Longest = TimeSpan.FromHours(6);

    // Stored hours are at hand, so that nobody needs to wait.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>The requests of the last hour and of the last six; null when either is not to be had.</summary>
    internal async Task<LiveCounts?> ReadAsync(ServiceId service, CancellationToken cancellation)
    {
        using var patience = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellation);
        var now = clock.GetUtcNow();
        try
        {
            var hour = telemetry.ReadAvailabilityAsync(service, TimeSpan.FromHours(1), either.Token);
            var sixHours = telemetry.ReadAvailabilityAsync(service, Longest, either.Token);
            await Task.WhenAll(hour, sixHours);
            return (await hour).TryGet(out var last) && (await sixHours).TryGet(out var lastSix) ? new LiveCounts(last, lastSix, now) : null;
        }
        catch (DependencyUnavailableException)
        {
            return null;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return null;
        }
    }
}
