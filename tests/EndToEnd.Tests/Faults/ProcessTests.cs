using System.Globalization;
using System.Net;
using EndToEnd.Tests.App;
using Npgsql;

namespace EndToEnd.Tests.Faults;

[Collection(FaultTests.Name)]
public sealed class ProcessTests(FaultyApp app)
{
    [OwnHostFact]
    public async Task A_request_under_way_is_answered_before_the_app_ends()
    {
        await using var process = await LocalHostProgram.StartAsync(app.Running.Settings);
        using var api = new Api(process.BaseUrl, app.Running.Database.AdministratorKey);
        Task<Answer> ingestion;
        await using (var blocker = await app.Running.Database.OpenAsync())
        {
            await using var locks = new NpgsqlCommand("BEGIN; LOCK TABLE slo.services IN ACCESS EXCLUSIVE MODE", blocker);
            await locks.ExecuteNonQueryAsync();
            ingestion = api.IngestAsync("""{"source":"manual","nodes":[{"service_id":"last-minute"}]}""");
            await app.Running.Database.WhenTheAppWaitsForALockAsync();

            process.Terminate();
            // It listens no more: it has taken notice.
            await Eventually.GetAsync(() => IsAnsweredAsync(process.BaseUrl), answered => !answered);
            process.HasExited.ShouldBeFalse();
        }

        (await ingestion).ShouldBe(HttpStatusCode.Accepted);
        (await process.WaitForExitAsync()).ShouldBe(0);
        (await app.Api.GetAsync(Api.Dependencies("last-minute"))).ShouldBe(HttpStatusCode.OK);
    }

    [OwnHostFact]
    public async Task A_second_app_on_the_same_port_ends_with_one_clear_line()
    {
        string port = app.Api.BaseUrl.Port.ToString(CultureInfo.InvariantCulture);

        var (code, output, error) = await LocalHostProgram.RunAsync(app.Running.Settings, "--port", port);

        code.ShouldBe(1);
        error.Trim().ShouldBe($"http://127.0.0.1:{port} is in use by another program; choose another port with --port");
        output.ShouldBeEmpty();
    }

    private static async Task<bool> IsAnsweredAsync(Uri server)
    {
        try
        {
            return await RawHttp.GetStatusAsync(server, "/api/v1/health") == 200;
        }
        catch (Exception e) when (e is System.Net.Sockets.SocketException or IOException)
        {
            return false;
        }
    }
}
