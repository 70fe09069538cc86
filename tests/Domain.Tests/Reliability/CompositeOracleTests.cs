using System.Text.Json;
using SloFunctions.Domain.Reliability;
using SloFunctions.Testing;

namespace SloFunctions.Domain.Tests.Reliability;

public sealed class CompositeOracleTests
{
    public static TheoryData<int> Acyclic() => [.. Enumerable.Range(0, Cases("acyclic").Length)];

    public static TheoryData<int> Cyclic() => [.. Enumerable.Range(0, Cases("cyclic").Length)];

    [Theory]
    [MemberData(nameof(Acyclic))]
    public void A_graph_with_alternatives_is_as_available_as_enumeration_says(int number)
    {
        var item = Cases("acyclic")[number];

        Solve(item, CycleRule.WeakestMember).ShouldBe(item.GetProperty("expected").GetDouble(), 1e-12);
    }

    [Theory]
    [MemberData(nameof(Cyclic))]
    public void A_cycle_is_as_available_as_its_weakest_member_or_as_all_of_them(int number)
    {
        var item = Cases("cyclic")[number];

        Solve(item, CycleRule.WeakestMember).ShouldBe(item.GetProperty("expected_weakest_link").GetDouble(), 1e-12);
        Solve(item, CycleRule.AllUp).ShouldBe(item.GetProperty("all_up_product").GetDouble(), 1e-12);
    }

    private static double Solve(JsonElement item, CycleRule rule)
    {
        var nodes = item.GetProperty("nodes").EnumerateArray().ToArray();
        var number = nodes.Index().ToDictionary(n => n.Item.GetProperty("id").GetString()!, n => n.Index);
        int Of(JsonElement id) => number[id.GetString()!];
        var groups = item.TryGetProperty("redundancy_groups", out var any) ? any.EnumerateArray().ToArray() : [];
        var network = new SmallNetwork(
            [.. nodes.Select(n => n.GetProperty("availability").GetDouble())],
            [.. item.GetProperty("hard").EnumerateArray().Select(e => (Of(e[0]), Of(e[1])))],
            [.. groups.Select(g => new NetworkGroup(Of(g.GetProperty("source")), [.. g.GetProperty("any_of").EnumerateArray().Select(Of)]))]);
        return network.Solve(rule)[Of(item.GetProperty("target"))];
    }

    private static JsonElement[] Cases(string kind)
    {
        string text = File.ReadAllText(RepositoryRoot.Combine("tests", "Domain.Tests", "Oracles", "availability.json"));
        return [.. JsonSerializer.Deserialize<JsonElement>(text).GetProperty(kind).EnumerateArray()];
    }
}
