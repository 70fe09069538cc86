using SloFunctions.Domain.Reliability;

namespace SloFunctions.Domain.Impact;

/// <summary>What matters to a service, told apart into what it cannot do without and what has alternatives.</summary>
internal sealed class FeasibilityUnits
{
    private readonly Dictionary<int, double> importance;

    public FeasibilityUnits(ServiceAvailabilities availabilities, Requirements requirements, FeasibilityQuestion question)
    {
        var network = availabilities.Network;
        var components = network.Components;
        var contributions = network.Contributions(question.Service, availabilities.Own);
        importance = contributions.ToDictionary(c => c.Service, c => c.Importance);

        var single = network.SinglePointsOfFailure(question.Service).Select(s => components.ComponentOf[s]).ToHashSet();
        Needed = [.. single.Order().Select(Unit)];
        Alternatives =
        [
            .. Adjacency.Closure([.. requirements.HardOf.Select((hard, s) => (int[])[.. hard, .. requirements.GroupsOf[s].SelectMany(g => g.AnyOf)])], [question.Service])
                .Select(s => components.ComponentOf[s]).Distinct().Where(c => !single.Contains(c)).Select(Unit)
                .Where(u => u.IsImprovable)
                .OrderByDescending(u => u.Level * u.Services.Max(Importance)).ThenBy(u => u.Services.First()),
        ];

        ImprovableUnit Unit(int component) => new(
            components.Members[component].Select(s => (s, 1 - availabilities.Own[s], question.Weights.GetValueOrDefault(s, 1))), question.Fixed.Contains);
    }

    /// <summary>What the service cannot do without, itself included.</summary>
    public IReadOnlyList<ImprovableUnit> Needed { get; }

    /// <summary>Improvable units that something else can stand in for, the most important first.</summary>
    public IReadOnlyList<ImprovableUnit> Alternatives { get; }

    /// <summary>The Birnbaum importance of a service; 0 when it does not matter.</summary>
    public double Importance(int service) => importance.GetValueOrDefault(service);
}
