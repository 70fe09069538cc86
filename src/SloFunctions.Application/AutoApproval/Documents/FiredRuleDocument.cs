namespace SloFunctions.Application.AutoApproval.Documents;

/// <summary>What the audit log says of a rule that took recommendations.</summary>
/// <param name="Rule">The rule as it was then.</param>
/// <param name="Conditions">Why, for each recommendation taken.</param>
public sealed record FiredRuleDocument(FiredRuleDocument.Identity Rule, IReadOnlyList<FiredRuleDocument.Reason> Conditions)
{
    /// <summary>Which rule it was.</summary>
    /// <param name="Id">Its id.</param>
    /// <param name="Name">Its name.</param>
    /// <param name="Version">Its version.</param>
    public sealed record Identity(Guid Id, string Name, long Version);

    /// <summary>A condition that held.</summary>
    /// <param name="SliType">The SLI of the recommendation.</param>
    /// <param name="Name">The condition or guard.</param>
    /// <param name="Kind"><c>condition</c> or <c>guard</c>.</param>
    /// <param name="Required">What was asked.</param>
    /// <param name="Actual">What was the case.</param>
    /// <param name="Explanation">The same for people.</param>
    public sealed record Reason(string SliType, string Name, string Kind, string Required, string Actual, string Explanation);
}
