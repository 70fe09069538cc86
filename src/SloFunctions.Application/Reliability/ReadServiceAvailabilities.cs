using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SloFunctions.Application.Graph;
using SloFunctions.Application.Prediction;
using SloFunctions.Application.Recommendations;
using SloFunctions.Application.Telemetry;
using SloFunctions.Domain.ErrorBudgets;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Application.Reliability;

/// <summary>
/// Tells how available all services are, from the present graph, what was observed over the SLO window, the active SLOs and how
/// the fleet fails. The result is kept until one of them changes.
/// </summary>
public sealed class ReadServiceAvailabilities(
    IServiceGraphReader graphs,
    ISliStore telemetry,
    IFleetCounts fleet,
    IActiveSloReader slos,
    IFleetPriorStore priors,
    RecommendationPolicy policy,
    TimeProvider clock)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    private readonly LatestComputation<ServiceLandscape> latest = new(Limit, clock);

    /// <summary>Reads what has changed and computes only then.</summary>
    /// <exception cref="Failures.DependencyUnavailableException">The database does not answer.</exception>
    public async Task<ServiceLandscape> HandleAsync(CancellationToken cancellation)
    {
        var current = await graphs.ReadCurrentAsync(cancellation);
        var state = await telemetry.ReadStateAsync(cancellation);
        var active = await slos.ReadAvailabilityTargetsAsync(cancellation);
        var prior = await priors.ReadLatestAsync(cancellation) ?? StoredFleetPrior.Usual;

        var window = policy.Window(ErrorBudget.SloWindow.Days, state.Through, clock.GetUtcNow());

        // Services whose history is being filled have other counts afterwards, though the window is the same.
        string key = string.Create(
            CultureInfo.InvariantCulture, $"{current.SnapshotId}\n{window.End:O}\n{state.Unfilled.Count}\n{prior.FittedAt:O}\n{Hash(active)}");
        return await latest.GetAsync(key, run => ComputeAsync(current, window, active, prior, run), cancellation);
    }

    private async Task<ServiceLandscape> ComputeAsync(
        CurrentGraph current, TimeWindow window, IReadOnlyDictionary<ServiceId, double> active, StoredFleetPrior prior, CancellationToken cancellation)
    {
        var counts = await fleet.ReadAllCountsAsync(window, cancellation);
        return ServiceLandscape.Of(current, new FleetEvidence(window, counts, active, prior.Prior));
    }

    private static string Hash(IReadOnlyDictionary<ServiceId, double> targets) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Join('\n', targets.OrderBy(t => t.Key.Value, StringComparer.Ordinal).Select(t => string.Create(CultureInfo.InvariantCulture, $"{t.Key}={t.Value:R}"))))));
}
