using System.Globalization;
using SloFunctions.Application.Graph;
using SloFunctions.Application.Observability;
using SloFunctions.Application.Prediction;
using SloFunctions.Application.Recommendations;
using SloFunctions.Domain.ErrorBudgets;
using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Application.Reliability;

/// <summary>
/// Tells how available all services are, from the present graph, what was observed over the SLO window, the active SLOs and how
/// the fleet fails. The result is kept until one of them changes.
/// </summary>
public sealed class ReadServiceAvailabilities(
    ILandscapeVersionReader versions,
    IServiceGraphReader graphs,
    IFleetCounts fleet,
    IActiveSloReader slos,
    IFleetPriorStore priors,
    RecommendationPolicy policy,
    TimeProvider clock)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    private readonly LatestComputation<ServiceLandscape> latest = new(Limit, clock);

    /// <summary>Asks what has changed, and reads and computes only then.</summary>
    /// <exception cref="Failures.DependencyUnavailableException">The database does not answer.</exception>
    public async Task<ServiceLandscape> HandleAsync(CancellationToken cancellation)
    {
        var version = await versions.ReadAsync(cancellation);
        var window = policy.Window(ErrorBudget.SloWindow.Days, version.Through, clock.GetUtcNow());
        string key = string.Create(CultureInfo.InvariantCulture, $"{version}\n{window.End:O}");
        return await latest.GetAsync(key, run => ComputeAsync(window, run), cancellation);
    }

    // What is read here may be newer than the version; the next reader then sees another version and reads again.
    private async Task<ServiceLandscape> ComputeAsync(TimeWindow window, CancellationToken cancellation)
    {
        using var span = Tracing.Begin(nameof(ReadServiceAvailabilities));
        var current = await graphs.ReadCurrentAsync(cancellation);
        var counts = await fleet.ReadAllCountsAsync(window, cancellation);
        var active = await slos.ReadAvailabilityTargetsAsync(cancellation);
        var prior = await priors.ReadLatestAsync(cancellation) ?? StoredFleetPrior.Usual;
        return ServiceLandscape.Of(current, new FleetEvidence(window, counts, active, prior.Prior));
    }
}
