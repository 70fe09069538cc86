using SloFunctions.Application.Audit;
using SloFunctions.Application.Lifecycle;
using SloFunctions.Application.Recommendations.Documents;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Lifecycle;
using SloFunctions.Domain.Recommendations;
using SloFunctions.Domain.Results;

namespace SloFunctions.Testing.Lifecycle;

/// <summary>Keeps the SLO of one service without a database; decisions come one after the other.</summary>
public sealed class InMemorySloStore(ServiceId only, string? team) : ISloStore
{
    private readonly Lock gate = new();

    /// <summary>The SLO in force.</summary>
    public ActiveSlo? Slo { get; set; }

    /// <summary>The set that can be decided on.</summary>
    public OpenRecommendation? Recommendation { get; set; }

    /// <summary>The bucket boundaries of its durations, seconds.</summary>
    public IReadOnlyList<double> LatencyBounds { get; set; } = [];

    /// <summary>What was noted.</summary>
    public List<AuditEntry> Entries { get; } = [];

    /// <summary>What was last decided on.</summary>
    public DecidedRecommendation? Decided { get; private set; }

    /// <summary>Lets a set be decided on.</summary>
    public void Offer(RecommendationDocument set) => Recommendation = new OpenRecommendation(
        set, RecommendationStatus.Active, set.Recommendations.ToDictionary(i => i.Id, _ => RecommendationStatus.Active), set.ExpiresAt, null);

    /// <inheritdoc/>
    public Task<ServiceSlo?> FindAsync(ServiceId service, CancellationToken cancellation) =>
        Task.FromResult(service == only ? new ServiceSlo(service, team, Slo) : null);

    /// <inheritdoc/>
    public Task<Result<SloDecisionDocument>> DecideAsync(
        DecisionSubject subject, Func<SloSituation, Result<SloChange>> decide, CancellationToken cancellation)
    {
        lock (gate)
        {
            if (subject.Service != only) return Task.FromResult<Result<SloDecisionDocument>>(Error.ServiceNotFound(subject.Service.Value));
            bool isKnown = Recommendation is { } r && (r.Document.RecommendationId == subject.RecommendationId || (subject.RecommendationId is { } id && r.ItemStatuses.ContainsKey(id)));
            if (!decide(new SloSituation(team, Slo, isKnown ? Recommendation : null) { LatencyBounds = LatencyBounds }).TryGet(out var change, out var error)) return Task.FromResult<Result<SloDecisionDocument>>(error);
            Slo = change.Slo ?? Slo;
            Decided = change.Decided;
            Entries.Add(change.Entry);
            return Task.FromResult<Result<SloDecisionDocument>>(change.Answer);
        }
    }
}
