using System.Net;
using EndToEnd.Tests.App;
using Npgsql;

namespace EndToEnd.Tests.Recommendations;

[Collection(PlainAppTests.Name)]
public sealed class SeveralInstancesTests(PlainApp app)
{
    private const int Askers = 10;

    [OwnHostFact]
    public async Task Those_who_force_at_once_on_two_instances_share_one_computation()
    {
        await using var process = await app.StartAnotherAsync();
        using var other = new Api(process.BaseUrl, app.Api.Key);
        await IngestAsync("crowd-shop", "crowd-bank");
        Task<Answer>[] asked;
        await using (var blocker = await app.Database!.OpenAsync())
        {
            // All of them have asked before anything is computed.
            await using var locks = new NpgsqlCommand("BEGIN; LOCK TABLE slo.recommendation_sets IN ACCESS EXCLUSIVE MODE", blocker);
            await locks.ExecuteNonQueryAsync();
            asked = [.. new[] { app.Api, other }.SelectMany(api => Enumerable.Range(0, Askers).Select(_ => ForceAsync(api, "crowd-shop")))];
            await app.Database.WhenTheAppWaitsForALockAsync(2 * Askers);
        }

        var answers = await Task.WhenAll(asked);

        answers.ShouldAllBe(a => a.Status == HttpStatusCode.OK);
        answers.Select(a => a.Text).Distinct().ShouldHaveSingleItem();
        (await SetsAsync("crowd-shop")).ShouldBe(1);

        (await ForceAsync(other, "crowd-shop")).Text.ShouldNotBe(answers[0].Text);
        (await SetsAsync("crowd-shop")).ShouldBe(2);
    }

    [OwnHostFact]
    public async Task What_one_instance_changes_is_served_by_the_other_soon_and_by_itself_at_once()
    {
        await using var process = await app.StartAnotherAsync();
        using var other = new Api(process.BaseUrl, app.Api.Key);
        await IngestAsync("seen-shop", "seen-bank");
        var first = await GetAsync(app.Api, "seen-shop");
        (await GetAsync(other, "seen-shop")).Text.ShouldBe(first.Text);

        var forced = await ForceAsync(app.Api, "seen-shop");
        (await GetAsync(app.Api, "seen-shop")).Text.ShouldBe(forced.Text);
        await Eventually.GetAsync(() => GetAsync(other, "seen-shop"), answer => answer.Text == forced.Text);

        var snapshot = await IngestAsync("seen-bank", "seen-vault");
        await Eventually.GetAsync(() => GetAsync(other, "seen-shop"), answer => answer.Json.GetProperty("dependency_graph_snapshot_id").GetGuid() == snapshot);
    }

    private static Task<Answer> ForceAsync(Api api, string service) => api.GetAsync(Api.Recommendations(service, "?force_regenerate=true"));

    private static async Task<Answer> GetAsync(Api api, string service)
    {
        var answer = await api.GetAsync(Api.Recommendations(service));
        answer.ShouldBe(HttpStatusCode.OK);
        return answer;
    }

    private Task<int> SetsAsync(string service) => app.Database!.ScalarAsync<int>(
        $"SELECT count(*) FROM slo.recommendation_sets r JOIN slo.services s ON s.id = r.service_id WHERE s.service_id = '{service}'");

    private async Task<Guid> IngestAsync(string source, string target)
    {
        var receipt = await app.Api.IngestAsync($$"""{"source":"manual","edges":[{"source":"{{source}}","target":"{{target}}"}]}""");
        return receipt.ShouldBe(HttpStatusCode.Accepted).GetProperty("graph_snapshot_id").GetGuid();
    }
}
