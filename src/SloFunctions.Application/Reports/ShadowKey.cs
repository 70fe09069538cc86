using SloFunctions.Application.Recommendations;
using SloFunctions.Domain.Recommendations;

namespace SloFunctions.Application.Reports;

/// <summary>Which recommendations targets are compared with.</summary>
/// <param name="Method">How they were derived.</param>
/// <param name="LookbackDays">The days of history they rest on.</param>
public sealed record ShadowKey(RecommendationMethod Method, int LookbackDays)
{
    /// <summary>What is recommended to whoever asks for nothing else.</summary>
    public static readonly ShadowKey Default = new(RecommendationQuery.DefaultMethod, RecommendationQuery.DefaultLookbackDays);
}
