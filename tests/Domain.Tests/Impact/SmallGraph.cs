using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Impact;
using SloFunctions.Domain.Randomness;
using SloFunctions.Domain.Reliability;
using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Domain.Tests.Impact;

/// <summary>A graph small enough to try every state of its services. Services need only those with smaller numbers.</summary>
internal sealed record SmallGraph(IReadOnlyList<GraphDependency> Dependencies, IReadOnlyList<double> Own)
{
    private static readonly TimeWindow Window = new(new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero), new(2026, 3, 29, 0, 0, 0, TimeSpan.Zero));

    public int Services => Own.Count;

    public ServiceGraph Graph => new([.. Enumerable.Range(0, Services).Select(i => new GraphService(Id(i), ServiceType.Internal, null))], Dependencies);

    public Requirements Requirements => new(Services, Dependencies);

    public static ServiceId Id(int service) => ServiceId.Of($"s{service:D2}");

    /// <summary>Edges as <c>2&gt;1</c>, alternatives as <c>2&gt;0|1</c>, soft ones as <c>2~1</c>.</summary>
    public static SmallGraph Parse(string edges, params double[] own)
    {
        var dependencies = new List<GraphDependency>();
        foreach (string[] ends in edges.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(e => e.Split('>', '~')))
        {
            string edge = string.Join('>', ends);
            bool isSoft = edges.Contains(string.Join('~', ends), StringComparison.Ordinal);
            string[] targets = ends[1].Split('|');
            dependencies.AddRange(targets.Select(t => Dependency(int.Parse(ends[0]), int.Parse(t), targets.Length > 1 ? edge : null, isSoft)));
        }

        return new SmallGraph(dependencies, own);
    }

    public static SmallGraph Random(SeededRandom random, int most)
    {
        int services = random.Between(2, most);
        var dependencies = new Dictionary<(int, int), GraphDependency>();
        for (int i = 1; i < services; i++)
        {
            for (int k = random.Between(0, 2); k > 0; k--) Add(i, random.Below(i), null);
            int groups = random.Chance(0.5) ? random.Between(0, 2) : 0;
            for (int g = 0; g < groups; g++)
            {
                for (int k = random.Between(1, 3); k > 0; k--) Add(i, random.Below(i), $"g{g}");
            }

            if (random.Chance(0.2)) dependencies.TryAdd((i, 0), Dependency(i, 0, null, isSoft: true));
        }

        return new SmallGraph([.. dependencies.Values], [.. Enumerable.Range(0, services).Select(_ => random.Chance(0.1) ? 1 : 0.5 + (random.Unit() / 2))]);

        void Add(int source, int target, string? group) => dependencies.TryAdd((source, target), Dependency(source, target, group, isSoft: false));
    }

    public static GraphDependency Dependency(int source, int target, string? group = null, bool isSoft = false) => new(
        source, target, CommunicationMode.Sync, isSoft ? DependencyCriticality.Soft : DependencyCriticality.Hard, group, null);

    /// <summary>What telemetry would say of these services, so that their own availabilities are found again.</summary>
    public ServiceAvailabilities Availabilities(IReadOnlyDictionary<int, double>? observed = null, IReadOnlyDictionary<int, double>? targets = null)
    {
        double?[] seen = [.. Enumerable.Range(0, Services).Select(i => (double?)Works(i))];
        foreach (var (service, value) in observed ?? new Dictionary<int, double>()) seen[service] = value;
        return AvailabilitiesOf(seen, targets);
    }

    private ServiceAvailabilities AvailabilitiesOf(double?[] seen, IReadOnlyDictionary<int, double>? targets)
    {
        double?[] promised = [.. Enumerable.Range(0, Services).Select(i => targets?.TryGetValue(i, out double t) == true ? t : (double?)null)];
        return new ServiceAvailabilities(Graph, seen, promised, Window);
    }

    /// <summary>What is known where telemetry says that the services keep their own availabilities, dependencies included.</summary>
    public ServiceAvailabilities Observed() => AvailabilitiesOf([.. Own.Select(p => (double?)p)], null);

    public SmallGraph With(int service, double own) => this with { Own = [.. Own.Select((p, i) => i == service ? own : p)] };

    /// <summary>The probability of all states in which a service works.</summary>
    /// <param name="target">The service.</param>
    /// <param name="hiding">A service that works, with the given probability, whatever becomes of its dependencies.</param>
    public double Works(int target, (int Service, double Hides)? hiding = null)
    {
        double sum = 0;
        bool[] works = new bool[Services];
        for (int state = 0; state < 1 << (Services + 1); state++)
        {
            bool hides = (state >> Services & 1) == 1;
            double probability = hides ? hiding?.Hides ?? 0 : 1 - (hiding?.Hides ?? 0);
            for (int i = 0; i < Services && probability > 0; i++)
            {
                bool isUp = (state >> i & 1) == 1;
                probability *= isUp ? Own[i] : 1 - Own[i];
                works[i] = isUp && ((hides && hiding?.Service == i) || HasWhatItNeeds(i, works));
            }

            if (probability > 0 && works[target]) sum += probability;
        }

        return Math.Min(1, sum);
    }

    /// <summary>Whether a service never works without another.</summary>
    public bool CannotDoWithout(int service, int other) =>
        (this with { Own = [.. Own.Select((_, i) => i == other ? 0.0 : 1)] }).Works(service) == 0;

    private bool HasWhatItNeeds(int service, bool[] works)
    {
        var needed = Dependencies.Where(d => d.Source == service && d.IsHard);
        return needed.Where(d => d.RedundancyGroup is null).All(d => works[d.Target])
            && needed.Where(d => d.RedundancyGroup is not null).GroupBy(d => d.RedundancyGroup).All(g => g.Any(d => works[d.Target]));
    }
}
