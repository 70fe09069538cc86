using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Domain.Reliability;

/// <summary>
/// What services needed while they were observed. A dependency that was added during the window was not needed before, so that
/// its caller is entered once more for every part of the window in which it needed less than today.
/// </summary>
internal sealed class ObservedHistory
{
    private readonly List<(int Caller, int Callee)> hard = [];
    private readonly List<NetworkGroup> groups = [];
    private readonly Dictionary<int, List<(int Stand, double Share)>> earlier = [];
    private int count;

    /// <param name="graph">The graph of today.</param>
    /// <param name="today">Its network.</param>
    /// <param name="window">The time that was observed.</param>
    public ObservedHistory(ServiceGraph graph, ReliabilityNetwork today, TimeWindow window)
    {
        count = graph.Services.Count;
        var callers = graph.Dependencies.Where(d => d.IsHard && d.NewSince > window.Start).Select(d => d.Source).Distinct().ToList();
        Network = today;
        if (callers.Count == 0 || window.Hours == 0) return;
        var bySource = graph.Dependencies.Where(d => d.IsHard).ToLookup(d => d.Source);
        foreach (int caller in callers) Enter(caller, bySource, today, window);
        var needs = GraphNeeds.Of(graph.Dependencies);
        Network = new ReliabilityNetwork(count, [.. needs.Hard, .. hard], [.. needs.Groups, .. groups], today.Rule);
    }

    /// <summary>The services by their numbers, and after them the earlier stands.</summary>
    public ReliabilityNetwork Network { get; }

    /// <summary>The earlier stands of a service: the number of each and the share of the window that it held.</summary>
    public IReadOnlyList<(int Stand, double Share)> EarlierStands(int service) => earlier.TryGetValue(service, out var stands) ? stands : [];

    private void Enter(int caller, ILookup<int, GraphDependency> bySource, ReliabilityNetwork today, TimeWindow window)
    {
        DateTimeOffset[] changes =
        [
            window.Start,
            .. bySource[caller].Select(d => d.NewSince).OfType<DateTimeOffset>().Where(t => t > window.Start && t < window.End).Distinct().Order(),
            window.End,
        ];
        var needed = Outward(caller, bySource, today);
        for (int i = 1; i < changes.Length; i++)
        {
            var existing = needed.Where(d => d.Source != caller || d.NewSince is null || d.NewSince <= changes[i - 1]).ToList();
            if (existing.Count < needed.Count) Add(caller, existing, today, (changes[i] - changes[i - 1]) / (window.End - window.Start));
        }
    }

    // All that the services of a cycle need beyond it is needed by each of them. Alternatives to one of themselves are not:
    // today they ask for nothing, and so nothing tells that they are known before the cycle is.
    private static List<GraphDependency> Outward(int caller, ILookup<int, GraphDependency> bySource, ReliabilityNetwork today)
    {
        int own = today.Components.ComponentOf[caller];
        return
        [
            .. today.Components.Members[own]
                .SelectMany(member => bySource[member])
                .GroupBy(d => (d.Source, d.RedundancyGroup))
                .Where(g => g.Key.RedundancyGroup is null || g.All(d => today.Components.ComponentOf[d.Target] != own))
                .SelectMany(g => g),
        ];
    }

    private void Add(int caller, List<GraphDependency> existing, ReliabilityNetwork today, double share)
    {
        bool IsOwn(int service) => today.Components.ComponentOf[service] == today.Components.ComponentOf[caller];
        var needs = GraphNeeds.Of(existing);
        hard.AddRange(needs.Hard.Where(e => !IsOwn(e.Callee)).Select(e => (count, e.Callee)));
        groups.AddRange(needs.Groups.Where(g => !g.AnyOf.Any(IsOwn)).Select(g => g with { Source = count }));
        if (!earlier.TryGetValue(caller, out var stands)) earlier[caller] = stands = [];
        stands.Add((count++, share));
    }
}
