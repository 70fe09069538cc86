using System.Text.Json;
using Microsoft.Extensions.Logging;
using SloFunctions.Application.AutoApproval.Documents;
using SloFunctions.Application.Lifecycle;
using SloFunctions.Application.Publishing;
using SloFunctions.Application.Recommendations;
using SloFunctions.Application.Recommendations.Documents;
using SloFunctions.Domain.AutoApproval;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Recommendations;
using SloFunctions.Domain.Vocabulary;

namespace SloFunctions.Application.AutoApproval;

/// <summary>Holds a set that was just stored against the enabled rules, and has what matches put into force.</summary>
public sealed partial class ApproveAutomatically(
    IRuleStore rules, IStandingReader standings, AcceptRecommendation acceptance, TimeProvider clock, ILogger<ApproveAutomatically> logger)
{
    private static readonly string Method = Term<RecommendationMethod>.Name(RecommendationQuery.DefaultMethod);

    /// <summary>
    /// Does so. Sets of another look-back or method answer a question of "what if" and change nothing. Whatever fails here is logged
    /// and forgotten: the recommendation is there, and people can decide on it.
    /// </summary>
    /// <param name="set">The set.</param>
    /// <param name="lookbackDays">The look-back that was asked for.</param>
    /// <param name="validUntil">Until when it is valid.</param>
    /// <param name="cancellation">Ends the call early.</param>
    public async Task HandleAsync(RecommendationDocument set, int lookbackDays, DateTimeOffset validUntil, CancellationToken cancellation)
    {
        if (set.Method != Method || lookbackDays != RecommendationQuery.DefaultLookbackDays || set.Recommendations.Count == 0) return;
        try
        {
            await ApproveAsync(set, validUntil, cancellation);
        }
        catch (Exception failure) when (!cancellation.IsCancellationRequested)
        {
            LogFailed(failure, set.ServiceId);
        }
    }

    private async Task ApproveAsync(RecommendationDocument set, DateTimeOffset validUntil, CancellationToken cancellation)
    {
        var enabled = await rules.ReadEnabledAsync(cancellation);
        if (enabled.Count == 0) return;
        var service = ServiceId.Of(set.ServiceId);
        if (await standings.FindAsync(service, cancellation) is not { } present) return;
        var readable = Readable(enabled);
        var now = clock.GetUtcNow();
        MatchedItem[] matches = [.. set.Recommendations
            .Select(item => FirstMatch(readable, set, item, present.Standing, now, isOpen: validUntil > now))
            .OfType<MatchedItem>()];
        if (matches.Length == 0) return;
        bool isWhole = matches.Length == set.Recommendations.Count && matches.All(m => m.Rule == matches[0].Rule);
        string? tag = present.SloTag;
        if (isWhole) await AcceptAsync(service, set.RecommendationId, matches, tag, cancellation);
        else foreach (var match in matches) tag = await AcceptAsync(service, match.Id, [match], tag, cancellation);
    }

    private List<AutoApprovalRule> Readable(IReadOnlyList<RuleSummary> enabled)
    {
        var readable = new List<AutoApprovalRule>(enabled.Count);
        foreach (var stored in enabled)
        {
            if (StoredRule.Read(stored) is { } rule) readable.Add(rule);
            else LogUnreadable(stored.RuleId);
        }

        return readable;
    }

    private static MatchedItem? FirstMatch(
        List<AutoApprovalRule> rules, RecommendationDocument set, RecommendationItem item, ServiceStanding standing, DateTimeOffset now, bool isOpen)
    {
        foreach (var rule in rules)
        {
            var candidate = CandidateReading.Of(set, item, rule.Conditions.Tier, isOpen);
            var verdict = RuleEvaluation.Evaluate(rule, candidate, standing, now);
            if (verdict.Approves) return new MatchedItem(item.Id, candidate.SliType, rule, verdict);
        }

        return null;
    }

    // Gives the tag of the SLO as it is afterwards.
    private async Task<string?> AcceptAsync(
        ServiceId service, Guid recommendation, IReadOnlyList<MatchedItem> matches, string? tag, CancellationToken cancellation)
    {
        var rule = matches[0].Rule;
        string details = JsonSerializer.Serialize(Details(rule, matches), PublishedJson.Options);
        var asked = new Acceptance(recommendation, rule.Conditions.Tier, rule.Actor, details) { Seen = PresentStanding.Unchanged(tag) };
        var accepted = await acceptance.HandleAsync(service, asked, cancellation);
        if (accepted.TryGet(out var done, out var error))
        {
            LogApproved(rule.Id, rule.Version, recommendation, service.Value);
            return SloTag.Of(done.SloId, done.Version);
        }

        LogNotAccepted(rule.Id, recommendation, service.Value, error.Code);
        return tag;
    }

    private static FiredRuleDocument Details(AutoApprovalRule rule, IReadOnlyList<MatchedItem> matches) => new(
        new FiredRuleDocument.Identity(rule.Id, rule.Name, rule.Version),
        [.. matches.SelectMany(m => m.Verdict.Conditions.Select(RuleConditionDocument.Of).Select(c =>
            new FiredRuleDocument.Reason(Term<SliType>.Name(m.SliType), c.Name, c.Kind, c.Required, c.Actual, c.Explanation)))]);

    private sealed record MatchedItem(Guid Id, SliType SliType, AutoApprovalRule Rule, RuleVerdict Verdict);

    [LoggerMessage(5201, LogLevel.Information, "Rule {RuleId} (version {RuleVersion}) approved recommendation {RecommendationId} for {ServiceId}")]
    private partial void LogApproved(Guid ruleId, long ruleVersion, Guid recommendationId, string serviceId);

    [LoggerMessage(5202, LogLevel.Information, "Rule {RuleId} matched recommendation {RecommendationId} for {ServiceId}, but it could not be accepted: {Reason}")]
    private partial void LogNotAccepted(Guid ruleId, Guid recommendationId, string serviceId, string reason);

    [LoggerMessage(5203, LogLevel.Warning, "The auto-approval rules could not be applied to the new recommendation for {ServiceId}; people can decide on it")]
    private partial void LogFailed(Exception failure, string serviceId);

    [LoggerMessage(5204, LogLevel.Warning, "The conditions of auto-approval rule {RuleId} cannot be read; it does not fire")]
    private partial void LogUnreadable(Guid ruleId);
}
