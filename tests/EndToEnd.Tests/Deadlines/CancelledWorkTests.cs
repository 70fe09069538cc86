using System.Net;
using EndToEnd.Tests.App;
using Npgsql;

namespace EndToEnd.Tests.Deadlines;

[Collection(PlainAppTests.Name)]
public sealed class CancelledWorkTests(PlainApp app)
{
    private const string List = "/api/v1/services";

    // Sooner than a statement would time out by itself.
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(10);

    [OwnHostFact]
    public async Task A_client_that_goes_away_takes_its_statement_with_it()
    {
        await using var blocker = await BlockAsync();
        using var client = new CancellationTokenSource();
        using var http = new HttpClient { BaseAddress = app.Api.BaseUrl };
        http.DefaultRequestHeaders.Add(Api.KeyHeader, app.Api.Key);
        var request = http.GetAsync(List, client.Token);
        await app.Database!.WhenTheAppWaitsForALockAsync();

        await client.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(request);
        await NothingWaitsAsync();
    }

    [OwnHostFact]
    public async Task A_deadline_that_passes_cancels_the_work_and_is_told()
    {
        await using var process = await app.StartAnotherAsync(("Deadlines__Default", "00:00:02"));
        using var api = new Api(process.BaseUrl, app.Api.Key);
        (await api.GetAsync(List)).ShouldBe(HttpStatusCode.OK);
        await using var blocker = await BlockAsync();

        var answer = await api.GetAsync(List);

        answer.ShouldBeProblem(HttpStatusCode.ServiceUnavailable).GetProperty("type").GetString().ShouldBe("/errors/timeout");
        answer.Headers["Retry-After"].ShouldBe("5");
        await NothingWaitsAsync();
    }

    private async Task<NpgsqlConnection> BlockAsync()
    {
        var blocker = await app.Database!.OpenAsync();
        await using var locks = new NpgsqlCommand("BEGIN; LOCK TABLE slo.services IN ACCESS EXCLUSIVE MODE", blocker);
        await locks.ExecuteNonQueryAsync();
        return blocker;
    }

    private Task<int> NothingWaitsAsync() => Eventually.GetAsync(
        () => app.Database!.ScalarAsync<int>("SELECT count(*) FROM pg_stat_activity WHERE application_name = 'slo-functions' AND datname = current_database() AND wait_event_type = 'Lock'"),
        waiting => waiting == 0,
        Soon);
}
