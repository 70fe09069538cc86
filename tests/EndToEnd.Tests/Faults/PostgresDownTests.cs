using System.Globalization;
using System.Net;
using EndToEnd.Tests.App;
using Npgsql;

namespace EndToEnd.Tests.Faults;

[Collection(FaultTests.Name)]
public sealed class PostgresDownTests(FaultyApp app)
{
    private const string Graph = """{"source":"manual","edges":[{"source":"half-done-a","target":"half-done-b"}]}""";

    [OwnHostFact]
    public async Task Every_request_says_that_the_database_is_missing_and_when_to_come_back()
    {
        string before = await app.Running.Database.StateAsync();
        await app.Running.Postgres.StopAsync();
        try
        {
            ShouldBeUnavailable(await app.Api.IngestAsync(Graph));
            ShouldBeUnavailable(await app.Api.GetAsync("/api/v1/services"));
            ShouldBeUnavailable(await app.Api.GetAsync(Api.Dependencies(FaultyApp.Measured)));
            ShouldBeUnavailable(await app.Api.GetAsync(Api.BreachRate));
            ShouldBeUnavailable(await app.Api.GetAsync(Api.Shadow));
            // What is kept in memory may be served for a moment.
            ShouldBeUnavailable(await Eventually.GetAsync(
                () => app.Api.GetAsync(Api.Recommendations(FaultyApp.Measured)), answer => answer.Status != HttpStatusCode.OK));
            ShouldBeUnavailable(await app.Api.GetAsync(Api.Recommendations("nobody-knows-it")));

            (await app.Api.GetAsync("/api/v1/health")).ShouldBe(HttpStatusCode.OK).GetProperty("status").GetString().ShouldBe("healthy");
            var readiness = (await app.Api.GetAsync("/api/v1/health/ready")).ShouldBe(HttpStatusCode.ServiceUnavailable);
            readiness.GetProperty("status").GetString().ShouldBe("unavailable");
            (await app.Api.IngestAsync("{")).ShouldBeProblem(HttpStatusCode.BadRequest);
        }
        finally
        {
            await app.Running.Postgres.RestartAsync();
        }

        (await app.WhenAsync("ready")).ShouldBe(HttpStatusCode.OK);
        (await app.Api.GetAsync(Api.Dependencies(FaultyApp.Measured))).ShouldBe(HttpStatusCode.OK);
        (await app.Running.Database.StateAsync()).ShouldBe(before);
    }

    [OwnHostFact]
    public async Task An_ingestion_that_the_database_dies_under_leaves_nothing_half_done()
    {
        string before = await app.Running.Database.StateAsync();
        await using (var blocker = await app.Running.Database.OpenAsync())
        {
            // Its services are written, its dependencies have to wait.
            await using var locks = new NpgsqlCommand("BEGIN; LOCK TABLE slo.service_dependencies IN ACCESS EXCLUSIVE MODE", blocker);
            await locks.ExecuteNonQueryAsync();
            var ingestion = app.Api.IngestAsync(Graph);
            await app.Running.Database.WhenTheAppWaitsForALockAsync();

            await app.Running.Postgres.StopAsync();
            ShouldBeUnavailable(await ingestion);
        }

        await app.Running.Postgres.RestartAsync();
        await app.WhenAsync("ready");
        (await app.Running.Database.StateAsync()).ShouldBe(before);
        (await app.Api.GetAsync(Api.Dependencies("half-done-a"))).ShouldBeProblem(HttpStatusCode.NotFound);
    }

    [OwnHostFact]
    public async Task The_app_starts_without_its_database_and_finds_it_later()
    {
        await app.Running.Postgres.StopAsync();
        await using var process = await LocalHostProgram.StartAsync(app.Running.Settings);
        using var api = new Api(process.BaseUrl, app.Running.Database.AdministratorKey);
        try
        {
            ShouldBeUnavailable(await api.GetAsync("/api/v1/services"));
        }
        finally
        {
            await app.Running.Postgres.RestartAsync();
        }

        await Eventually.GetAsync(() => api.GetAsync("/api/v1/services"), answer => answer.Status == HttpStatusCode.OK);
        await app.WhenAsync("ready");
    }

    private static void ShouldBeUnavailable(Answer answer)
    {
        var problem = answer.ShouldBeProblem(HttpStatusCode.ServiceUnavailable);
        problem.GetProperty("type").GetString().ShouldBe("/errors/dependency-unavailable");
        problem.GetProperty("detail").GetString()!.ShouldStartWith("postgresql ");
        int.Parse(answer.Headers["Retry-After"], CultureInfo.InvariantCulture).ShouldBeGreaterThan(0);
    }
}
