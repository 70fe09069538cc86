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
    private readonly Lock gate = new();
    private (string Basis, string Slos, long At)? told;

    /// <summary>Asks what has changed, and reads and computes only then.</summary>
    /// <exception cref="Failures.DependencyUnavailableException">The database does not answer.</exception>
    public Task<ServiceLandscape> HandleAsync(CancellationToken cancellation) => HandleAsync(TimeSpan.Zero, cancellation);

    /// <summary>As <see cref="HandleAsync(CancellationToken)"/>, but changed SLOs alone may be told that much later.</summary>
    /// <param name="sloLag">The longest delay; 0 or more.</param>
    /// <param name="cancellation">Ends the call early.</param>
    /// <exception cref="Failures.DependencyUnavailableException">The database does not answer.</exception>
    public async Task<ServiceLandscape> HandleAsync(TimeSpan sloLag, CancellationToken cancellation)
    {
        var version = await versions.ReadAsync(cancellation);
        var window = policy.Window(ErrorBudget.SloWindow.Days, version.Through, clock.GetUtcNow());
        string basis = string.Create(CultureInfo.InvariantCulture, $"{version with { Slos = "" }}\n{window.End:O}");
        return await latest.GetAsync($"{basis}\n{SlosFor(basis, version.Slos, sloLag)}", run => ComputeAsync(window, run), cancellation);
    }

    // The SLOs that count: those of the last landscape, as long as nothing else has changed and it is young enough.
    private string SlosFor(string basis, string present, TimeSpan lag)
    {
        lock (gate)
        {
            if (told is not { } last || last.Basis != basis || (last.Slos != present && clock.GetElapsedTime(last.At) >= lag)) told = last = (basis, present, clock.GetTimestamp());
            return last.Slos;
        }
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
