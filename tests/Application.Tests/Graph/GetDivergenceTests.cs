using SloFunctions.Application.Graph;
using SloFunctions.Domain.Graph;
using SloFunctions.Testing.Ports;

namespace SloFunctions.Application.Tests.Graph;

public sealed class GetDivergenceTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 10, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Pages_of_any_size_hold_every_difference_once()
    {
        var store = new InMemoryGraphStore();
        await UpsertAsync(store, DiscoverySource.Manual, "soft", "b", "c", "d");
        await UpsertAsync(store, DiscoverySource.ServiceMesh, "grpc", "c", "d", "e");
        var useCase = new GetDivergence(store);

        var lists = new List<string>();
        foreach (string limit in (string[])["1", "2", "3", "100"])
        {
            var seen = new List<string>();
            string? cursor = null;
            do
            {
                var page = await useCase.HandleAsync(DivergenceQuery.Parse(null, cursor, limit).Value!, CancellationToken.None);
                page.Totals.ShouldBe(new DivergenceCounts(1, 1, 2));
                seen.AddRange(page.Divergences.Select(d => $"{d.Kind} {d.Target} {d.Attribute}".TrimEnd()));
                cursor = page.NextCursor;
            }
            while (cursor is not null);
            lists.Add(string.Join(", ", seen));
        }

        lists.Distinct().ShouldBe([
            "declared_not_observed b, attribute_difference c protocol, attribute_difference d protocol, observed_not_declared e",
        ]);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""["a","b","c","d"]""")]
    [InlineData("""["a",null,"c"]""")]
    [InlineData("""["a","\u0000","c"]""")]
    [InlineData("""["a","\ud800","c"]""")]
    [InlineData("""{"a":1}""")]
    [InlineData("""["a" """)]
    public void A_cursor_that_nobody_gave_is_refused(string json) =>
        DivergenceQuery.Parse(null, System.Buffers.Text.Base64Url.EncodeToString(System.Text.Encoding.UTF8.GetBytes(json)), null).Error.Fields().ShouldBe("cursor");

    private static Task<GraphWrites> UpsertAsync(InMemoryGraphStore store, DiscoverySource source, string protocol, params string[] targets) => store.UpsertAsync(
        new GraphUpdate(source, Now, [], [.. targets.Select(t => new DependencyEdge(ServiceId.Of("a"), ServiceId.Of(t), null, null, protocol, null, null))]),
        CancellationToken.None);
}
