using System.Text;
using System.Text.Json;
using SloFunctions.Application.Dashboards;
using SloFunctions.Domain.Graph;
using SloFunctions.Testing.Ports;

namespace SloFunctions.Application.Tests.Dashboards;

public sealed class DashboardCacheTests
{
    private static readonly DashboardQuery Everything = new(null, null);

    private readonly InMemoryDashboards store = new() { Rows = new DashboardRows(null, [Services("shop", 3)], [], []) };
    private readonly ShowDashboards useCase;

    public DashboardCacheTests() => useCase = new ShowDashboards(new DashboardCache(store, TimeProvider.System));

    [Fact]
    public async Task What_was_never_computed_is_computed_for_whoever_asks_first()
    {
        (await ServicesAsync(Everything)).ShouldBe(3);

        (store.Refreshes, store.Reads).ShouldBe((1, 1));
    }

    [Fact]
    public async Task Many_who_ask_at_once_have_it_computed_and_read_once()
    {
        var gate = new TaskCompletionSource();
        store.Gate = gate.Task;
        var asked = Enumerable.Range(0, 20).Select(_ => useCase.CoverageAsync(Everything, CancellationToken.None)).ToArray();
        gate.SetResult();

        (await Task.WhenAll(asked)).Select(a => a.ETag).Distinct(StringComparer.Ordinal).Count().ShouldBe(1);
        (store.Refreshes, store.Reads).ShouldBe((1, 1));
    }

    [Fact]
    public async Task Whoever_stops_waiting_does_not_stop_it_for_the_others()
    {
        var gate = new TaskCompletionSource();
        store.Gate = gate.Task;
        using var impatience = new CancellationTokenSource();
        var impatient = useCase.CoverageAsync(Everything, impatience.Token);
        var patient = useCase.CoverageAsync(Everything, CancellationToken.None);

        await impatience.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => impatient);
        gate.SetResult();

        (await patient).Json.Length.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Rows_are_read_again_only_when_they_were_computed_anew()
    {
        await ServicesAsync(Everything);
        var before = await useCase.CoverageAsync(Everything, CancellationToken.None);
        (await ServicesAsync(new DashboardQuery("shop", null))).ShouldBe(3);
        store.Reads.ShouldBe(1);

        store.Rows = new DashboardRows(null, [Services("shop", 5)], [], []);
        await store.RefreshAsync(onlyFirst: false, CancellationToken.None);

        (await ServicesAsync(Everything)).ShouldBe(5);
        store.Reads.ShouldBe(2);
        (await useCase.CoverageAsync(Everything, CancellationToken.None)).ETag.ShouldNotBe(before.ETag);
    }

    [Fact]
    public async Task While_it_cannot_be_computed_the_answer_is_empty_says_so_and_is_not_kept()
    {
        store.Outcome = RefreshOutcome.TimedOut;

        var document = await DocumentAsync(Everything);
        document.GetProperty("as_of").ValueKind.ShouldBe(JsonValueKind.Null);
        document.GetProperty("totals").GetProperty("services").GetInt32().ShouldBe(0);

        store.Outcome = null;
        (await ServicesAsync(Everything)).ShouldBe(3);
    }

    private static CoverageRow Services(string team, int services) => new(team, ServiceCriticality.High, services, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    private async Task<int> ServicesAsync(DashboardQuery query) => (await DocumentAsync(query)).GetProperty("totals").GetProperty("services").GetInt32();

    private async Task<JsonElement> DocumentAsync(DashboardQuery query) =>
        JsonSerializer.Deserialize<JsonElement>(Encoding.UTF8.GetString((await useCase.CoverageAsync(query, CancellationToken.None)).Json.Span));
}
