using System.Net;
using SloFunctions.Testing.Servers;

namespace Infrastructure.Tests.Servers;

public sealed class AzuriteServerTests
{
    [Fact]
    public async Task Its_table_service_answers_before_and_after_a_restart_and_leaves_no_process()
    {
        await using var server = await AzuriteServer.StartAsync();
        (await AskTablesAsync(server)).ShouldBe(HttpStatusCode.Forbidden);

        await server.RestartAsync();
        (await AskTablesAsync(server)).ShouldBe(HttpStatusCode.Forbidden);

        var id = server.ProcessId.ShouldNotBeNull();
        await server.DisposeAsync();
        RunningProcess.Exists(id).ShouldBeFalse();
    }

    // Without a signature it refuses, as Azure does: an answer of its own all the same.
    private static async Task<HttpStatusCode> AskTablesAsync(AzuriteServer server)
    {
        const string name = "TableEndpoint=";
        var endpoint = server.ConnectionString.Split(';').Single(part => part.StartsWith(name, StringComparison.Ordinal))[name.Length..];
        using var client = new HttpClient();
        using var response = await client.GetAsync(new Uri(endpoint + "/Tables"));
        return response.StatusCode;
    }
}
