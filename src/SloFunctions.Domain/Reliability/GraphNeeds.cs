using SloFunctions.Domain.Graph;

namespace SloFunctions.Domain.Reliability;

/// <summary>What dependencies of a graph ask for: what callers cannot do without, and of what they need one of several.</summary>
/// <param name="Hard">Callers and what they cannot do without.</param>
/// <param name="Groups">Groups of alternatives.</param>
internal sealed record GraphNeeds(IReadOnlyList<(int Caller, int Callee)> Hard, IReadOnlyList<NetworkGroup> Groups)
{
    /// <summary>Reads the synchronous hard ones; others never fail their caller.</summary>
    public static GraphNeeds Of(IEnumerable<GraphDependency> dependencies)
    {
        var hard = dependencies.Where(d => d.IsHard).ToLookup(d => d.RedundancyGroup is null);
        return new GraphNeeds(
            [.. hard[true].Select(d => (d.Source, d.Target))],
            [.. hard[false].GroupBy(d => (d.Source, d.RedundancyGroup)).Select(g => new NetworkGroup(g.Key.Source, [.. g.Select(d => d.Target)]))]);
    }
}
