using SloFunctions.Domain.Reliability;

namespace SloFunctions.Domain.Impact;

/// <summary>What stands between a service and an availability target. Availabilities are ratios.</summary>
/// <param name="Target">The target, in (0, 1).</param>
/// <param name="Ceiling">What the dependencies allow with the service itself perfect.</param>
/// <param name="Bound">What they allow with the service as it is.</param>
/// <param name="CriticalDependencies">The number of services that it cannot do without, itself left out.</param>
/// <param name="TenTimesRule">
/// What each critical dependency must reach so that all of them cost a small part of the error budget: a tenth of the unavailability
/// (Treynor, Dahlin, Rau and Beyer 2017, "The Calculus of Service Availability", the rule of the extra nine).
/// </param>
/// <param name="EqualShare">
/// The unavailability that each critical dependency may have if all have the same: 1 − (target ÷ self availability)^(1 ÷ n); null
/// without any, or where the service itself fails too often already.
/// </param>
/// <param name="Concerns">What is wrong with the target; empty when nothing is.</param>
public sealed record Achievability(
    double Target,
    double Ceiling,
    double Bound,
    int CriticalDependencies,
    double TenTimesRule,
    double? EqualShare,
    IReadOnlyList<TargetConcern> Concerns)
{
    /// <summary>Two computed availabilities this close to each other are the same but for rounding.</summary>
    public const double Rounding = 1e-13;

    /// <summary>Whether no effort of the service itself is enough.</summary>
    public bool IsUnachievable => Concerns.Contains(TargetConcern.Unachievable);

    /// <summary>Compares a target with what a service can reach.</summary>
    /// <param name="target">The target, a ratio in (0, 1).</param>
    /// <param name="service">What is known of the service.</param>
    /// <param name="criticalDependencies">How many others it cannot do without.</param>
    public static Achievability Of(double target, ServiceAvailability service, int criticalDependencies)
    {
        double left = target / service.SelfAvailability;
        return new Achievability(
            target,
            service.DependencyCeiling.Availability,
            service.Bound.Availability,
            criticalDependencies,
            ExtraNine(target),
            criticalDependencies > 0 && left <= 1 ? 1 - Math.Pow(left, 1.0 / criticalDependencies) : null,
            [.. ConcernsAbout(target, service)]);
    }

    /// <summary>The target with one nine more: a tenth of its unavailability.</summary>
    public static double ExtraNine(double target) => 1 - ((1 - target) / 10);

    /// <summary>What is wrong with a target; empty when nothing is.</summary>
    /// <inheritdoc cref="Of"/>
    public static IEnumerable<TargetConcern> ConcernsAbout(double target, ServiceAvailability service)
    {
        double ceiling = service.DependencyCeiling.Availability;
        bool isKept = service is { IsMasked: true, Achieved: { } achieved } && target <= achieved + Rounding;
        if (target > ceiling + Rounding) yield return isKept ? TargetConcern.ReliesOnMasking : TargetConcern.Unachievable;
        else if (target > service.Bound.Availability + Rounding) yield return TargetConcern.NeedsOwnImprovement;
        else if (target > service.CommittedBound + Rounding) yield return TargetConcern.ExceedsCommitments;
    }
}
