using System.Text.Json;
using System.Text.Json.Serialization;
using SloFunctions.Application.Publishing;
using SloFunctions.Domain.AutoApproval;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Recommendations;
using SloFunctions.Domain.Vocabulary;

namespace SloFunctions.Application.AutoApproval;

/// <summary>The conditions of a rule in the one form that they are stored and published in. What restricts nothing is left out.</summary>
internal sealed record ConditionsDocument
{
    private static readonly JsonSerializerOptions Sparse = new(PublishedJson.Options) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public string? Tier { get; init; }

    public IReadOnlyList<string>? Criticality { get; init; }

    public IReadOnlyList<string>? Teams { get; init; }

    public IReadOnlyList<string>? SliTypes { get; init; }

    public double? ConfidenceMin { get; init; }

    public double? CompositeMarginMin { get; init; }

    public double? DataCompletenessMin { get; init; }

    public double? EstimatedBreachProbabilityMax { get; init; }

    public IReadOnlyList<string>? Directions { get; init; }

    public double? MaxChange { get; init; }

    /// <summary>Writes conditions as a JSON object.</summary>
    public static JsonElement Write(RuleConditions conditions) => JsonSerializer.SerializeToElement(
        new ConditionsDocument
        {
            Tier = Term<Tier>.Name(conditions.Tier),
            Criticality = Names(conditions.Criticality),
            Teams = conditions.Teams.Count > 0 ? conditions.Teams : null,
            SliTypes = Names(conditions.SliTypes),
            ConfidenceMin = conditions.ConfidenceMin,
            CompositeMarginMin = conditions.CompositeMarginMin is { } margin ? Percent.Difference(margin) : null,
            DataCompletenessMin = conditions.DataCompletenessMin,
            EstimatedBreachProbabilityMax = conditions.BreachProbabilityMax,
            Directions = Names(conditions.Directions),
            MaxChange = conditions.MaxChange,
        },
        Sparse);

    private static string[]? Names<TEnum>(IReadOnlyList<TEnum> values)
        where TEnum : struct, Enum => values.Count > 0 ? [.. values.Select(Term<TEnum>.Name)] : null;
}
