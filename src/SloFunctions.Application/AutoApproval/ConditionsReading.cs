using System.Text.Json;
using SloFunctions.Application.Graph;
using SloFunctions.Application.Validation;
using SloFunctions.Domain.AutoApproval;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Recommendations;

namespace SloFunctions.Application.AutoApproval;

/// <summary>Reads the conditions of a rule. A name that is not known is an error: a misspelt condition must not make a rule wider.</summary>
internal static class ConditionsReading
{
    private static readonly string[] Names =
    [
        "criticality", "tier", "team", "teams", "sli_types", "confidence_min", "composite_margin_min", "data_completeness_min",
        "estimated_breach_probability_max", "direction", "directions", "max_change",
    ];

    /// <summary>Reads an object; what cannot be read is noted by field.</summary>
    public static RuleConditions Read(JsonElement? element, string field, FieldErrors errors)
    {
        if (element is not { ValueKind: not JsonValueKind.Null } json)
        {
            errors.Add(field, "An object with conditions is expected.");
            return new RuleConditions();
        }

        if (JsonObjectCheck.Complaint(json) is { } complaint)
        {
            errors.Add(field, complaint);
            return new RuleConditions();
        }

        foreach (var unknown in json.EnumerateObject().Where(p => !Names.Contains(p.Name, StringComparer.Ordinal)))
            errors.Add($"{field}.{unknown.Name}", $"There is no such condition; there are {string.Join(", ", Names)}.");
        bool isReadable = errors.IsEmpty;
        var read = Read(new JsonFields(json, field, errors), errors, field);
        if (isReadable && errors.IsEmpty && !read.IsRestricting)
            errors.Add(field, "At least one condition besides the tier is expected: without any the rule would take every recommendation.");
        return read;
    }

    private static RuleConditions Read(JsonFields fields, FieldErrors errors, string field)
    {
        if (fields.Has("team") && fields.Has("teams")) errors.Add($"{field}.team", "Either team or teams is expected, not both.");
        if (fields.Has("direction") && fields.Has("directions")) errors.Add($"{field}.direction", "Either direction or directions is expected, not both.");
        return new RuleConditions
        {
            Tier = fields.Choice<Tier>("tier") ?? Tier.Balanced,
            Criticality = fields.Choices<ServiceCriticality>("criticality"),
            Teams = fields.Has("team") ? Single(fields.Text("team", GraphLimits.Team)) : fields.Texts("teams", GraphLimits.Team),
            SliTypes = fields.Choices<SliType>("sli_types"),
            ConfidenceMin = fields.Number("confidence_min", 0, 1),
            CompositeMarginMin = fields.Number("composite_margin_min", 0, RuleLimits.MarginPoints) / 100,
            DataCompletenessMin = fields.Number("data_completeness_min", 0, 1),
            BreachProbabilityMax = fields.Number("estimated_breach_probability_max", 0, 1),
            Directions = fields.Has("direction") ? Direction(fields) : fields.Choices<ChangeDirection>("directions"),
            MaxChange = fields.Number("max_change", 0, RuleLimits.MaxChange),
        };
    }

    private static string[] Single(string? text) => text is null ? [] : [text];

    // Said aloud, "any" restricts nothing.
    private static IReadOnlyList<ChangeDirection> Direction(JsonFields fields) =>
        fields.Choice<ChangeDirection>("direction", also: "any") is { } direction ? [direction] : [];
}
