using System.Text.Json;
using SloFunctions.Testing.Servers;

namespace Infrastructure.Tests.Servers;

public sealed class PrometheusServerTests
{
    [Fact]
    public async Task An_empty_server_answers_before_and_after_a_restart_and_leaves_no_process()
    {
        var data = Directory.CreateTempSubdirectory();
        await using var server = await PrometheusServer.StartAsync(data.FullName);
        data.Delete();
        (await QueryAsync(server, "vector(1)")).ShouldBe("success");

        await server.StopAsync();
        await Should.ThrowAsync<HttpRequestException>(() => QueryAsync(server, "vector(1)"));

        await server.RestartAsync();
        (await QueryAsync(server, "vector(1)")).ShouldBe("success");

        var id = server.ProcessId.ShouldNotBeNull();
        await server.DisposeAsync();
        RunningProcess.Exists(id).ShouldBeFalse();
    }

    private static async Task<string?> QueryAsync(PrometheusServer server, string query)
    {
        using var client = new HttpClient();
        using var answer = JsonDocument.Parse(await client.GetStringAsync(new Uri(server.BaseUrl, "api/v1/query?query=" + query)));
        return answer.RootElement.GetProperty("status").GetString();
    }
}
