using System.Text;
using EndToEnd.Tests.Access;
using EndToEnd.Tests.App;
using Npgsql;

namespace EndToEnd.Tests.AutoApproval;

/// <summary>What administrators and telemetry do in tests of auto-approval rules.</summary>
internal sealed class RuleClient(AccessApp app)
{
    public const string Rules = "/api/v1/auto-approval-rules";

    private const int Hours = 24 * 40;
    private const int Requests = 1_000_000;

    /// <summary>Sends a request as an administrator; a person for each request, since the limit is that of a person.</summary>
    public Task<Answer> SendAsync(HttpMethod method, string path, string? body = null, string? ifMatch = null)
    {
        var request = new HttpRequestMessage(method, path)
        {
            Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json"),
            Headers = { Authorization = new("Bearer", app.Issuer.Token($"ann-{Guid.NewGuid():N}", ["sre_admin"], [], "ann@example.org")) },
        };
        if (ifMatch is not null) request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        return app.Api.SendAsItIsAsync(request);
    }

    /// <summary>Lets a service have had the same availability in every hour of the last forty days.</summary>
    public async Task ObserveAsync(string service, string criticality, double ratio)
    {
        (await app.Api.IngestAsync($$$"""{"source":"manual","nodes":[{"service_id":"{{{service}}}","metadata":{"team":"payments","criticality":"{{{criticality}}}"}}]}"""))
            .Status.ShouldBe(System.Net.HttpStatusCode.Accepted);
        await app.Running.Database.StoreHoursAsync(service, [.. AppDatabase.LastHours(Hours).Select(h => (h, (long)Math.Round(ratio * Requests)))], Requests);
    }

    /// <summary>Runs a statement as the owner.</summary>
    public async Task ExecuteAsync(string sql)
    {
        await using var connection = await app.Running.Database.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
