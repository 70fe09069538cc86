using SloFunctions.Application.Identifiers;

namespace SloFunctions.Application.Reliability;

/// <summary>Keeps the evidence of a landscape, once, so that what is computed from it can be computed again.</summary>
public sealed class KeepFleetEvidence(IFleetEvidenceStore store, IIdSource ids, TimeProvider clock)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private readonly LatestComputation<Guid> latest = new(Limit, clock);

    /// <summary>The id under which the evidence of a landscape is kept.</summary>
    /// <exception cref="Failures.DependencyUnavailableException">The database does not answer.</exception>
    public Task<Guid> IdOfAsync(ServiceLandscape landscape, CancellationToken cancellation) => latest.GetAsync(
        Convert.ToHexString(landscape.Content.Hash), run => store.SaveAsync(ids.Next(), landscape.Content, run), cancellation);
}
