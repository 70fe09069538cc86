using SloFunctions.Application.Impact.Documents;
using SloFunctions.Application.Publishing;
using SloFunctions.Application.Reliability;
using SloFunctions.Domain.Impact;
using SloFunctions.Domain.Vocabulary;

namespace SloFunctions.Application.Impact;

/// <summary>Publishes what stands between a service and a target.</summary>
internal static class AchievabilityRendering
{
    public static IReadOnlyList<WarningDocument> Warnings(ServiceLandscape landscape, int service, double target)
    {
        int critical = landscape.Availabilities.Network.SinglePointsOfFailure(service).Count - 1;
        return Warnings(Achievability.Of(target, landscape.Availabilities.Services[service], critical));
    }

    public static IReadOnlyList<WarningDocument> Warnings(Achievability achievability) =>
    [
        .. achievability.Concerns.Select(concern => new WarningDocument(
            Term<TargetConcern>.Name(concern), Message(concern, achievability), [.. Suggestions(concern, achievability)])),
    ];

    private static string Message(TargetConcern concern, Achievability a)
    {
        string target = RiskText.Percentage(a.Target), bound = RiskText.Percentage(a.Bound), ceiling = RiskText.Percentage(a.Ceiling);
        return concern switch
        {
            TargetConcern.Unachievable =>
                $"The desired target of {target} is unachievable. Composite availability bound is {bound} given current dependency chain.",
            TargetConcern.ReliesOnMasking =>
                $"The desired target of {target} is above what the dependencies allow ({ceiling}); it is kept only while retries, caches or fallbacks hide their failures.",
            TargetConcern.NeedsOwnImprovement =>
                $"The desired target of {target} needs the service itself to improve. Its dependencies allow {ceiling}; the composite availability bound is {bound}.",
            _ => $"The desired target of {target} is kept at present, but your dependencies deliver more than they promise.",
        };
    }

    private static IEnumerable<string> Suggestions(TargetConcern concern, Achievability a)
    {
        if (concern == TargetConcern.Unachievable)
        {
            yield return $"To achieve {RiskText.Percentage(a.Target)}, each critical dependency must be at least {RiskText.Percentage(a.TenTimesRule)} (Google's 10x rule)";
            if (a.EqualShare is { } share)
            {
                yield return Text.Invariant(
                    $"With equal shares, each of the {a.CriticalDependencies} critical dependencies may be unavailable for {RiskText.Small(share)} of the time");
            }
        }
        else if (concern == TargetConcern.NeedsOwnImprovement && a.Ceiling > 0)
        {
            yield return $"With its dependencies as they are, the service itself must be at least {RiskText.Percentage(a.Target / a.Ceiling)} available";
        }
    }
}
