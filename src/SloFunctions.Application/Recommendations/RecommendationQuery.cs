using SloFunctions.Application.Validation;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Recommendations;
using SloFunctions.Domain.Results;
using SloFunctions.Domain.Vocabulary;

namespace SloFunctions.Application.Recommendations;

/// <summary>Asks for the recommendations of a service.</summary>
/// <param name="Service">The service.</param>
/// <param name="SliType">The SLI wanted; null for all.</param>
/// <param name="LookbackDays">Days of history to look at, 7 to 365.</param>
/// <param name="ForceRegenerate">Whether to compute anew even when a valid recommendation is stored.</param>
/// <param name="DesiredTarget">An availability target to judge, a ratio in (0, 1); null for none.</param>
/// <param name="Method">How targets are derived.</param>
public sealed record RecommendationQuery(
    ServiceId Service,
    SliType? SliType,
    int LookbackDays,
    bool ForceRegenerate,
    double? DesiredTarget = null,
    RecommendationMethod Method = RecommendationQuery.DefaultMethod)
{
    /// <summary>How targets are derived unless something else is asked for.</summary>
    public const RecommendationMethod DefaultMethod = RecommendationMethod.Predictive;

    /// <summary>Days of history that are looked at unless something else is asked for.</summary>
    public const int DefaultLookbackDays = 30;

    /// <summary>The fewest days of history that may be asked for.</summary>
    public const int MinLookbackDays = 7;

    /// <summary>The most days of history that may be asked for.</summary>
    public const int MaxLookbackDays = 365;

    /// <summary>The methods that may be asked for.</summary>
    public static readonly IReadOnlyList<RecommendationMethod> Methods = [RecommendationMethod.Predictive, RecommendationMethod.HistoricalPercentile];

    /// <summary>What stands for every SLI type in a request.</summary>
    public const string All = "all";

    private const int ReportedErrors = 10;

    /// <summary>What the set is stored under.</summary>
    public RecommendationKey Key => new(Service, LookbackDays, Method);

    /// <summary>Reads the query from the texts of a request; null stands for a missing parameter.</summary>
    public static Result<RecommendationQuery> Parse(
        string? serviceId, string? sliType, string? lookbackDays, string? forceRegenerate, string? desiredTarget = null, string? method = null)
    {
        var errors = new FieldErrors(ReportedErrors);
        var query = new RecommendationQuery(
            errors.ServiceId(serviceId, "service_id"),
            ParseSliType(sliType, errors),
            errors.WholeNumber(lookbackDays, "lookback_days", DefaultLookbackDays, MinLookbackDays, MaxLookbackDays),
            errors.Flag(forceRegenerate, "force_regenerate", missing: false),
            errors.Target(desiredTarget, "desired_target"),
            ParseMethod(method, errors));
        return errors.IsEmpty ? query : errors.ToError();
    }

    private static SliType? ParseSliType(string? text, FieldErrors errors)
    {
        if (text is null or All) return null;
        if (Term<SliType>.TryParse(text, out var type)) return type;
        errors.Add("sli_type", $"One of {Term<SliType>.Choices}, {All} is expected.");
        return null;
    }

    /// <summary>Reads a method that may be asked for; the default stands for a missing and for a wrong one.</summary>
    internal static RecommendationMethod ParseMethod(string? text, FieldErrors errors)
    {
        if (text is null) return DefaultMethod;
        if (Term<RecommendationMethod>.TryParse(text, out var method) && Methods.Contains(method)) return method;
        errors.Add("method", $"One of {string.Join(", ", Methods.Select(Term<RecommendationMethod>.Name))} is expected.");
        return DefaultMethod;
    }
}
