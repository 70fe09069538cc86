using SloFunctions.Domain.AutoApproval;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Vocabulary;

namespace SloFunctions.Application.AutoApproval;

/// <summary>
/// Lets a rule meet the recommendations of the past one by one: what it would have approved is in force for the next, and what
/// people really decided meanwhile happens at its time.
/// </summary>
/// <param name="rule">The rule, enabled.</param>
/// <param name="standings">The services at the start.</param>
/// <param name="decisions">What was decided since, oldest first.</param>
internal sealed class RuleSimulation(
    AutoApprovalRule rule, IReadOnlyDictionary<ServiceId, ServiceStanding> standings, IReadOnlyList<(ServiceId Service, PastDecision Decision)> decisions)
{
    private readonly Dictionary<ServiceId, ServiceStanding> standing = new(standings);
    private readonly Dictionary<ServiceId, Queue<PastDecision>> pending = decisions
        .GroupBy(d => d.Service).ToDictionary(g => g.Key, g => new Queue<PastDecision>(g.Select(d => d.Decision)));

    /// <summary>What would have been approved, oldest first.</summary>
    public List<SimulatedApproval> Approvals { get; } = [];

    /// <summary>Recommendations looked at, and approved, by the criticality of their services.</summary>
    public SortedDictionary<string, (int Evaluated, int Approved)> ByCriticality { get; } = new(StringComparer.Ordinal);

    /// <summary>Recommendations that a condition stood against, and those of them that it alone stood against.</summary>
    public SortedDictionary<string, (bool IsGuard, int Failed, int Alone)> Failures { get; } = new(StringComparer.Ordinal);

    /// <summary>Recommendations looked at.</summary>
    public int Evaluated { get; private set; }

    /// <summary>Meets the next recommendation.</summary>
    public void Meet(StoredCandidate next)
    {
        if (!standing.ContainsKey(next.Service)) return;
        var service = CatchUp(next.Service, next.GeneratedAt);
        // It was open when it was made, whatever has become of it.
        var candidate = next.Candidate with { IsOpen = true };
        var verdict = RuleEvaluation.Evaluate(rule, candidate, service, next.GeneratedAt);
        Evaluated++;
        Count(Term<ServiceCriticality>.Name(service.Criticality), verdict);
        if (!verdict.Approves) return;
        Approvals.Add(new SimulatedApproval(next, TargetChange.Of(candidate.SliType, candidate.Proposal, service.InForce)));
        standing[next.Service] = service with { InForce = TargetsInForce.With(service.InForce, candidate.SliType, candidate.Proposal) };
    }

    private ServiceStanding CatchUp(ServiceId id, DateTimeOffset time)
    {
        var service = standing[id];
        if (!pending.TryGetValue(id, out var decided)) return service;
        while (decided.TryPeek(out var decision) && decision.At <= time) service = service.After(decided.Dequeue());
        return standing[id] = service;
    }

    private void Count(string criticality, RuleVerdict verdict)
    {
        var (evaluated, approved) = ByCriticality.GetValueOrDefault(criticality);
        ByCriticality[criticality] = (evaluated + 1, approved + (verdict.Approves ? 1 : 0));
        ConditionVerdict[] failed = [.. verdict.Conditions.Where(c => !c.Holds)];
        foreach (var condition in failed)
        {
            var (_, all, alone) = Failures.GetValueOrDefault(condition.Name);
            Failures[condition.Name] = (condition.IsGuard, all + 1, alone + (failed.Length == 1 ? 1 : 0));
        }
    }
}
