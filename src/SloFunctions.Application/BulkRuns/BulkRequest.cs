using SloFunctions.Application.Recommendations;
using SloFunctions.Application.Validation;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Recommendations;
using SloFunctions.Domain.Results;

namespace SloFunctions.Application.BulkRuns;

/// <summary>What a bulk run is to do.</summary>
/// <param name="Scope">Which services it is about.</param>
/// <param name="Team">The team; null unless the scope is one.</param>
/// <param name="Services">The services as they were named; null unless the scope is these.</param>
/// <param name="LookbackDays">Days of history looked at.</param>
/// <param name="Method">How targets are derived.</param>
/// <param name="Force">Whether sets that are still valid are computed anew too.</param>
public sealed record BulkRequest(
    BulkScope Scope, string? Team, IReadOnlyList<ServiceId>? Services, int LookbackDays, RecommendationMethod Method, bool Force)
{
    /// <summary>Every internal service, with the usual look-back and method.</summary>
    public static BulkRequest Everything { get; } = new(
        BulkScope.All, null, null, RecommendationQuery.DefaultLookbackDays, RecommendationQuery.DefaultMethod, Force: true);

    /// <summary>Reads a body; every failure names its field.</summary>
    public static Result<BulkRequest> Parse(BulkRunBody? body)
    {
        if (body is null) return Error.Invalid("body", "An object is expected.");
        var errors = new FieldErrors(BulkRunLimits.ReportedErrors);
        var scope = errors.OneOf<BulkScope>(body.Scope, "scope");
        bool isScopeKnown = errors.IsEmpty;
        var request = new BulkRequest(
            scope,
            TeamOf(body.Team, isScopeKnown ? scope : null, errors),
            ServicesOf(body.ServiceIds, isScopeKnown ? scope : null, errors),
            LookbackOf(body.LookbackDays, errors),
            RecommendationQuery.ParseMethod(body.Method, errors),
            body.Force ?? true);
        return errors.IsEmpty ? request : errors.ToError();
    }

    private static string? TeamOf(string? team, BulkScope? scope, FieldErrors errors)
    {
        if (scope == BulkScope.Team && team is null) errors.Add("team", "A team is expected with the scope team.");
        if (scope is not (null or BulkScope.Team) && team is not null) errors.Add("team", "A team goes with the scope team only.");
        return errors.Text(team, "team", BulkRunLimits.Team);
    }

    private static List<ServiceId>? ServicesOf(IReadOnlyList<string?>? named, BulkScope? scope, FieldErrors errors)
    {
        if (scope is not (null or BulkScope.Services) && named is not null) errors.Add("service_ids", "Services go with the scope services only.");
        if (scope != BulkScope.Services) return null;
        if (named is not { Count: >= 1 and <= BulkRunLimits.NamedServices })
        {
            errors.Add("service_ids", $"A list of 1 to {BulkRunLimits.NamedServices} service ids is expected.");
            return null;
        }

        var services = new List<ServiceId>(named.Count);
        for (int i = 0; i < named.Count && !errors.IsFull; i++) services.Add(errors.ServiceId(named[i], $"service_ids[{i}]"));
        return services;
    }

    private static int LookbackOf(int? days, FieldErrors errors)
    {
        if (days is null) return RecommendationQuery.DefaultLookbackDays;
        if (days is < RecommendationQuery.MinLookbackDays or > RecommendationQuery.MaxLookbackDays)
            errors.Add("lookback_days", $"A whole number from {RecommendationQuery.MinLookbackDays} to {RecommendationQuery.MaxLookbackDays} is expected.");
        return days.Value;
    }
}
