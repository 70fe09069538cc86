namespace SloFunctions.Domain.Reliability;

/// <summary>How available the services of a component are together.</summary>
/// <param name="members">The services of each component.</param>
/// <param name="rule">The reading of cycles.</param>
/// <param name="own">Each service's own availability.</param>
internal sealed class ComponentAvailability(IReadOnlyList<int[]> members, CycleRule rule, IReadOnlyList<double> own)
{
    /// <summary>A component's availability.</summary>
    public double Of(int component) => Together(members[component].Select(s => own[s]));

    /// <summary>The same of all components.</summary>
    public double[] All() => [.. members.Select((m, c) => m.Length == 1 ? own[m[0]] : Of(c))];

    /// <summary>What it would be with one member perfect.</summary>
    public double Without(int component, int service) => Together(members[component].Where(s => s != service).Select(s => own[s]));

    /// <summary>The most that its failures can add up to, however members fail together.</summary>
    public double Failures(int component) =>
        rule == CycleRule.WeakestMember ? 1 - Of(component) : members[component].Sum(s => 1 - own[s]);

    /// <summary>The most that it can work, however members fail together.</summary>
    public double Weakest(int component) => members[component].Min(s => own[s]);

    private double Together(IEnumerable<double> availabilities) =>
        availabilities.Aggregate(1.0, (all, p) => rule == CycleRule.WeakestMember ? Math.Min(all, p) : all * p);
}
