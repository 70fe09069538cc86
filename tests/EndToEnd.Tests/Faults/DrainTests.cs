using System.Net;
using EndToEnd.Tests.App;
using SloFunctions.Testing.Servers;

namespace EndToEnd.Tests.Faults;

[Collection(FaultTests.Name)]
public sealed class DrainTests(FaultyApp app)
{
    private const int Clients = 50;

    [OwnHostFact]
    public async Task One_of_two_instances_can_be_stopped_under_load_without_a_request_failing()
    {
        // Long enough for the balancer to draw its conclusion on a busy machine.
        await using var leaving = await StartAsync(drainTime: "00:00:12");
        await using var staying = await StartAsync();
        using var first = new Api(leaving.BaseUrl, app.Running.Database.AdministratorKey);
        using var second = new Api(staying.BaseUrl, app.Running.Database.AdministratorKey);
        int next = 0;
        bool hasLeft = false;
        var load = ClientLoad.Start(
            Clients,
            ("list", () => BalancedAsync(api => api.GetAsync("/api/v1/services"))),
            ("ingestion", () => BalancedAsync(api => api.IngestAsync("""{"source":"manual","edges":[{"source":"drain-a","target":"drain-b"}]}"""))),
            ("question", () => BalancedAsync(api => api.PostAsync(Api.WhatIf, "{}"))));
        await load.AnsweredAsync(500);

        leaving.Terminate();
        await Eventually.GetAsync(() => first.GetAsync("/api/v1/health/ready"), a => a.Status != HttpStatusCode.OK);
        // The load goes on for a moment before the balancer draws its conclusion.
        await load.AnsweredAsync(100);
        hasLeft = true;
        (await leaving.WaitForExitAsync()).ShouldBe(0);
        await load.AnsweredAsync(500);

        var answers = await load.StopAsync();
        answers.Select(a => (a.Request, a.Answer.Status)).Distinct().ShouldBe(
            [("list", HttpStatusCode.OK), ("ingestion", HttpStatusCode.Accepted), ("question", HttpStatusCode.BadRequest)], ignoreOrder: true);
        answers.ShouldContain(a => a.Answer.Headers.ContainsKey("Connection"), "Nothing was asked of the instance that was leaving.");

        // As a load balancer does: in turn, and no more to an instance that says it is leaving.
        Task<Answer> BalancedAsync(Func<Api, Task<Answer>> ask) =>
            ask(Interlocked.Increment(ref next) % 2 == 0 && !Volatile.Read(ref hasLeft) ? first : second);
    }

    [OwnHostFact]
    public async Task An_instance_that_is_leaving_says_so_and_keeps_no_connection()
    {
        await using var leaving = await StartAsync();
        using var api = new Api(leaving.BaseUrl, app.Running.Database.AdministratorKey);
        (await api.GetAsync("/api/v1/health/ready")).ShouldBe(HttpStatusCode.OK);

        leaving.Terminate();
        var readiness = await Eventually.GetAsync(() => api.GetAsync("/api/v1/health/ready"), a => a.Status != HttpStatusCode.OK);

        readiness.ShouldBe(HttpStatusCode.ServiceUnavailable).GetProperty("status").GetString().ShouldBe("stopping");
        readiness.Headers["Connection"].ShouldBe("close");
        var answer = await api.GetAsync("/api/v1/services");
        answer.ShouldBe(HttpStatusCode.OK);
        answer.Headers["Connection"].ShouldBe("close");
        (await leaving.WaitForExitAsync()).ShouldBe(0);
    }

    private Task<ListeningProcess> StartAsync(string drainTime = "00:00:03") => LocalHostProgram.StartAsync(
        new Dictionary<string, string>(app.Running.Settings, StringComparer.Ordinal)
        {
            ["LocalHost__DrainTime"] = drainTime,
            // So that nobody is turned away for another reason.
            ["Bulkheads__IngestionQueue"] = "100",
            ["Bulkheads__AnalysesQueue"] = "100",
            ["Bulkheads__LongestWait"] = "00:00:30",
        });
}
