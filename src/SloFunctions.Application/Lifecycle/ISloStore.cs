using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Results;

namespace SloFunctions.Application.Lifecycle;

/// <summary>Where the SLOs in force are kept. Every call throws <see cref="Failures.DependencyUnavailableException"/> when the database does not answer.</summary>
public interface ISloStore
{
    /// <summary>The service with its SLO in force; null when it is not registered.</summary>
    Task<ServiceSlo?> FindAsync(ServiceId service, CancellationToken cancellation);

    /// <summary>
    /// Decides about the SLO of a service. Decisions about one service come one after the other, and never while a set of it is
    /// being stored: what <paramref name="decide"/> sees stays true until its change has taken effect, with its audit entry and
    /// all else, or nothing has.
    /// </summary>
    /// <param name="subject">What it is about.</param>
    /// <param name="decide">Gives the change, or the failure that stands in its place; it must not have effects of its own.</param>
    /// <param name="cancellation">Ends the call early.</param>
    Task<Result<SloDecisionDocument>> DecideAsync(
        DecisionSubject subject, Func<SloSituation, Result<SloChange>> decide, CancellationToken cancellation);
}
