namespace SloFunctions.Application.AutoApproval.Documents;

/// <summary>Whether one condition of a rule holds for a recommendation, and why.</summary>
/// <param name="Name">The condition as rules name it, or the name of a guard.</param>
/// <param name="Kind"><c>condition</c>, or <c>guard</c> for what applies to every rule.</param>
/// <param name="Required">What is asked.</param>
/// <param name="Actual">What is the case.</param>
/// <param name="Holds">Whether that is enough.</param>
/// <param name="Explanation">The same for people.</param>
public sealed record RuleConditionDocument(string Name, string Kind, string Required, string Actual, bool Holds, string Explanation)
{
    /// <summary>The document of a verdict.</summary>
    public static RuleConditionDocument Of(Domain.AutoApproval.ConditionVerdict verdict) =>
        new(verdict.Name, verdict.IsGuard ? "guard" : "condition", verdict.Required, verdict.Actual, verdict.Holds, verdict.Sentence);
}
