using SloFunctions.Application.Publishing;
using SloFunctions.Application.Recommendations.Documents;
using SloFunctions.Application.Reliability;

namespace SloFunctions.Application.Recommendations;

/// <summary>Publishes how the services below another hang together.</summary>
internal static class DependencyStructureRendering
{
    /// <summary>Groups of at least two alternatives, by service and name.</summary>
    public static IReadOnlyList<RedundancyGroupDocument> Groups(DownstreamLandscape downstream) =>
    [
        .. downstream.Members.SelectMany(downstream.Landscape.Graph.DependenciesOf)
            .Where(d => d.IsHard && d.RedundancyGroup is not null)
            .GroupBy(d => (Source: downstream.Landscape.NameOf(d.Source), Group: d.RedundancyGroup!))
            .Where(group => group.Count() > 1)
            .OrderBy(group => group.Key.Source, StringComparer.Ordinal)
            .ThenBy(group => group.Key.Group, StringComparer.Ordinal)
            .Select(group => new RedundancyGroupDocument(
                group.Key.Source, group.Key.Group, Names(group.Select(d => downstream.Landscape.NameOf(d.Target))), group.Count())),
    ];

    /// <summary>Services that need each other, by their first member.</summary>
    public static IReadOnlyList<SupernodeDocument> Cycles(DownstreamLandscape downstream) =>
    [
        .. downstream.Members
            .Select(m => downstream.Landscape.Availabilities.Network.Components.ComponentOf[m])
            .Distinct()
            .Select(component => downstream.Landscape.Availabilities.Network.Components.Members[component])
            .Where(members => members.Length > 1)
            .Select(members => Supernode(downstream.Landscape, members))
            .OrderBy(cycle => cycle.Members[0], StringComparer.Ordinal),
    ];

    /// <summary>The first names in order.</summary>
    public static IReadOnlyList<string> Names(IEnumerable<string> names) =>
        [.. names.Order(StringComparer.Ordinal).Take(RecommendationLimits.Named)];

    private static SupernodeDocument Supernode(ServiceLandscape landscape, int[] members)
    {
        var own = landscape.Availabilities.Own;
        int weakest = members.OrderBy(m => own[m]).ThenBy(landscape.NameOf, StringComparer.Ordinal).First();
        return new SupernodeDocument(Names(members.Select(landscape.NameOf)), members.Length, landscape.NameOf(weakest), Percent.Of(own[weakest]));
    }
}
