using System.Text.Json;
using System.Text.Json.Serialization;

namespace SloFunctions.Application.AutoApproval.Documents;

/// <summary>What a rule would have approved, had it been enabled. Counts are of recommendations, one an SLI.</summary>
/// <param name="RuleId">The rule.</param>
/// <param name="Enabled">Whether it is enabled in truth.</param>
/// <param name="Conditions">The conditions that were tried.</param>
/// <param name="Start">The start of the time looked at.</param>
/// <param name="End">Its end.</param>
/// <param name="Evaluated">Recommendations made in that time.</param>
/// <param name="WouldApprove">Those of them that the rule would have approved.</param>
/// <param name="ByCriticality">The same by the criticality of services.</param>
/// <param name="Approvals">The first that would have been approved, oldest first.</param>
/// <param name="ApprovalsTotal">How many there are.</param>
/// <param name="Realised">What became of the availability targets among all of them.</param>
/// <param name="NotApproved">What stood against the others; one recommendation may count under several.</param>
/// <param name="LatestRecommendation">The rule and the latest recommendation of the service asked for; left out when none was.</param>
public sealed record RulePreviewDocument(
    Guid RuleId,
    bool Enabled,
    JsonElement Conditions,
    DateTimeOffset Start,
    DateTimeOffset End,
    int Evaluated,
    int WouldApprove,
    IReadOnlyList<RulePreviewDocument.Group> ByCriticality,
    IReadOnlyList<PreviewedApprovalDocument> Approvals,
    int ApprovalsTotal,
    RulePreviewDocument.Outcome Realised,
    IReadOnlyList<RulePreviewDocument.Obstacle> NotApproved,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] LatestVerdictDocument? LatestRecommendation)
{
    /// <summary>The services of one criticality.</summary>
    /// <param name="Criticality">How critical they are.</param>
    /// <param name="Evaluated">Their recommendations.</param>
    /// <param name="WouldApprove">Those that the rule would have approved.</param>
    public sealed record Group(string Criticality, int Evaluated, int WouldApprove);

    /// <summary>What became of targets.</summary>
    /// <param name="Judged">Approvals of availability targets of which enough days have passed and were measured.</param>
    /// <param name="Breached">Those that were missed.</param>
    /// <param name="BreachShare">The share of them; null without any.</param>
    /// <param name="PromisedBreachShare">The mean of their estimated breach probabilities; null without any.</param>
    public sealed record Outcome(int Judged, int Breached, double? BreachShare, double? PromisedBreachShare);

    /// <summary>A condition that stood against recommendations.</summary>
    /// <param name="Name">The condition or guard.</param>
    /// <param name="Kind"><c>condition</c> or <c>guard</c>.</param>
    /// <param name="Recommendations">How many it stood against.</param>
    /// <param name="Alone">How many of them nothing else stood against.</param>
    public sealed record Obstacle(string Name, string Kind, int Recommendations, int Alone);
}
