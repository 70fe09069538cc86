using System.Text.Json;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Reliability;
using SloFunctions.Testing;

namespace SloFunctions.Domain.Tests.Reliability;

public sealed class CompositeAvailabilityOracleTests
{
    public static TheoryData<int> Cyclic() => [.. Enumerable.Range(0, Cases("cyclic").Length)];

    public static TheoryData<int> Acyclic() =>
        [.. Cases("acyclic").Index().Where(c => c.Item.GetProperty("redundancy_groups").GetArrayLength() == 0).Select(c => c.Index)];

    [Theory]
    [MemberData(nameof(Cyclic))]
    public void A_graph_with_cycles_is_as_available_as_its_weakest_links(int number)
    {
        var item = Cases("cyclic")[number];
        Bound(item).ShouldBe(item.GetProperty("expected_weakest_link").GetDouble(), 1e-12);
    }

    [Theory]
    [MemberData(nameof(Acyclic))]
    public void A_graph_without_alternatives_is_as_available_as_enumeration_says(int number)
    {
        var item = Cases("acyclic")[number];
        Bound(item).ShouldBe(item.GetProperty("expected").GetDouble(), 1e-12);
    }

    private static JsonElement[] Cases(string kind)
    {
        string text = File.ReadAllText(RepositoryRoot.Combine("tests", "Domain.Tests", "Oracles", "availability.json"));
        return [.. JsonSerializer.Deserialize<JsonElement>(text).GetProperty(kind).EnumerateArray()];
    }

    // The oracle states what each service would keep by itself; measured would be that together with all it needs.
    private static double Bound(JsonElement item)
    {
        var own = item.GetProperty("nodes").EnumerateArray()
            .ToDictionary(n => n.GetProperty("id").GetString()!, n => n.GetProperty("availability").GetDouble());
        (string From, string To)[] edges = [.. item.GetProperty("hard").EnumerateArray().Select(e => (e[0].GetString()!, e[1].GetString()!))];
        var reached = own.Keys.ToDictionary(s => s, s => Reached(s, edges));

        var achieved = own.Keys.ToDictionary(ServiceId.Of, s => own[s] * Supernodes(s, reached).Product(members => members.Min(m => own[m])));
        return CompositeAvailability.Of(new MeasuredDependencies(
            ServiceId.Of(item.GetProperty("target").GetString()!),
            [.. edges.Select(e => (ServiceId.Of(e.From), ServiceId.Of(e.To)))],
            achieved)).Bound;
    }

    private static HashSet<string> Reached(string start, (string From, string To)[] edges)
    {
        var reached = new HashSet<string>();
        var next = new Queue<string>([start]);
        while (next.TryDequeue(out string? service))
        {
            foreach (string to in edges.Where(e => e.From == service).Select(e => e.To).Where(reached.Add)) next.Enqueue(to);
        }

        return reached;
    }

    // The groups of mutually dependent services below a service, without its own group.
    private static IEnumerable<string[]> Supernodes(string service, Dictionary<string, HashSet<string>> reached) => reached[service]
        .Where(s => s != service && !reached[s].Contains(service))
        .GroupBy(s => reached[s].Contains(s) ? string.Join(' ', reached[s].Where(m => reached[m].Contains(s)).Order(StringComparer.Ordinal)) : s)
        .Select(group => group.ToArray());
}

file static class Products
{
    public static double Product<T>(this IEnumerable<T> items, Func<T, double> factor) => items.Aggregate(1.0, (product, item) => product * factor(item));
}
