using EndToEnd.Tests.App;
using SloFunctions.Testing.Servers;

namespace EndToEnd.Tests.Audit;

/// <summary>The app with a history of two services, and a storage account for anchors.</summary>
public sealed class AuditApp : IAsyncLifetime
{
    private AzuriteServer? azurite;
    private RunningApp? running;

    public RunningApp Running => running!;

    public async Task InitializeAsync()
    {
        if (GivenHost.BaseUrl is not null) return;
        azurite = await AzuriteServer.StartAsync();
        var settings = new Dictionary<string, string> { ["AuditAnchors__ConnectionString"] = azurite.ConnectionString };
        running = await RunningApp.StartAsync(PrometheusServer.StartAsync(Directory.CreateTempSubdirectory("slofunctions-").FullName), settings);
        (await Running.Api.IngestAsync("""{"source":"manual","nodes":[{"service_id":"audited"},{"service_id":"quiet"},{"service_id":"edited"}]}""")).ShouldBe(System.Net.HttpStatusCode.Accepted);
        await AppendAsync("audited", 7);
        await AppendAsync("edited", 5);
    }

    public async Task DisposeAsync()
    {
        if (running is not null) await running.DisposeAsync();
        if (azurite is not null) await azurite.DisposeAsync();
    }

    /// <summary>Asks as an administrator; another one each time, since the limit is that of a person.</summary>
    public Task<Answer> AskAsync(string path) => Running.Api.SendAsItIsAsync(new HttpRequestMessage(HttpMethod.Get, path)
    {
        Headers = { Authorization = new("Bearer", Running.Issuer.Token($"ann-{Guid.NewGuid():N}", ["sre_admin"], [], "ann@example.org")) },
    });

    /// <summary>What <c>audit</c> prints, run by whoever looks after the database.</summary>
    public Task<(int Code, string Output, string Error)> RunCommandAsync(params string[] arguments)
    {
        var settings = new Dictionary<string, string>
        {
            ["Database__OwnerConnectionString"] = Running.Database.OwnerConnectionString,
            ["AuditAnchors__ConnectionString"] = azurite!.ConnectionString,
        };
        return LocalHostProgram.RunAsync(settings, ["audit", .. arguments]);
    }

    private Task<int> AppendAsync(string service, int count) => Running.Database.ScalarAsync<int>($$"""
        WITH appended AS (
          INSERT INTO slo.slo_audit_log (service_id, action, actor, new_slo, rationale, "timestamp")
          SELECT s.id, CASE WHEN n % 2 = 0 THEN 'modify' ELSE 'accept' END, CASE WHEN n % 3 = 0 THEN 'bob' ELSE 'ann' END, '{"availability": 99.90}', 'because ' || n,
            timestamptz '2026-03-01 12:00Z' + n * interval '1 hour'
          FROM slo.services s, generate_series(1, {{count}}) n WHERE s.service_id = '{{service}}' ORDER BY n RETURNING 1)
        SELECT count(*) FROM appended
        """);
}
