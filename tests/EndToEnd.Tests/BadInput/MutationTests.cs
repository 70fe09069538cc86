using System.Net;
using System.Text;
using EndToEnd.Tests.App;

namespace EndToEnd.Tests.BadInput;

[Collection(PlainAppTests.Name)]
public sealed class MutationTests(PlainApp app)
{
    private const string Valid = """
        {"source":"manual","timestamp":"2026-02-14T10:00:00Z",
        "nodes":[{"service_id":"mutant-a","metadata":{"team":"payments","criticality":"high","tier":1,"labels":{"zone":["a","b"],"weight":0.25}}},
        {"service_id":"mutant-b","metadata":{"runtime":"dotnet10","none":null,"yes":true}}],
        "edges":[{"source":"mutant-a","target":"mutant-b","attributes":{"communication_mode":"sync","criticality":"hard","protocol":"grpc",
        "timeout_ms":5000,"retry_config":{"max_retries":3,"backoff_strategy":"exponential"}}}]}
        """;

    private static readonly string[] Tokens =
    [
        "\0", "\u0001", "\"", "\\", "\\u0000", "\\ud800", "{", "}", "[", "]", ",", ":", "null", "true", "-", "1e999", "-0", "1e-400", "NaN",
        "\"\"", "\u00ff", "\u202e", "''", "99999999999999999999", "/*", "\"__proto__\":{}", "\"source\":\"manual\",", "\ufeff",
    ];

    [Fact]
    public async Task Three_hundred_mutilated_graphs_are_answered_and_the_app_goes_on()
    {
        var random = new Random(20260214);
        byte[][] bodies = [.. Enumerable.Range(0, 300).Select(_ => Mutilation.Of(Valid, Tokens, 4, random))];

        var faults = new List<string>();
        await Parallel.ForEachAsync(bodies, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (body, _) =>
        {
            var answer = await app.Api.IngestAsync(new ByteArrayContent(body));
            if ((int)answer.Status is >= 200 and < 300 or >= 400 and < 500) return;
            lock (faults) faults.Add($"{(int)answer.Status} for {Encoding.Latin1.GetString(body)}");
        });

        faults.ShouldBeEmpty();
        (await app.Api.GetAsync("/api/v1/health/ready")).ShouldBe(HttpStatusCode.OK);
    }
}
