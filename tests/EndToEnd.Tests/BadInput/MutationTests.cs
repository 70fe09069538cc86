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
        byte[][] bodies = [.. Enumerable.Range(0, 300).Select(_ => Mutate(random))];

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

    private static byte[] Mutate(Random random)
    {
        var bytes = Encoding.UTF8.GetBytes(Valid).ToList();
        for (int i = random.Next(1, 5); i > 0; i--)
        {
            int at = random.Next(bytes.Count), length = Math.Min(random.Next(1, 24), bytes.Count - at);
            switch (random.Next(6))
            {
                case 0: bytes[at] ^= (byte)(1 << random.Next(8)); break;
                case 1: bytes.RemoveRange(at, length); break;
                case 2: bytes.InsertRange(at, bytes.GetRange(at, length)); break;
                case 3: bytes.InsertRange(at, Encoding.UTF8.GetBytes(Tokens[random.Next(Tokens.Length)])); break;
                case 4: bytes[at] = (byte)random.Next(256); break;
                default: ReplaceValue(bytes, random); break;
            }
        }

        return [.. bytes];
    }

    // Keeps the JSON whole, so that what lies behind the parser is reached, too.
    private static void ReplaceValue(List<byte> bytes, Random random)
    {
        int[] colons = [.. Enumerable.Range(0, bytes.Count).Where(i => bytes[i] == ':')];
        if (colons.Length == 0) return;
        int start = colons[random.Next(colons.Length)] + 1;
        int end = bytes.FindIndex(start, b => b is (byte)',' or (byte)'}');
        if (end < 0) return;
        string[] values = ["null", "0", "-1", "1e999", "\"\"", "\"\\u0000\"", "\"\\ud800\"", "[]", "{}", "[[[[[[[[[[1]]]]]]]]]]", "\"x\"", "\"mutant-c\"", "true"];
        bytes.RemoveRange(start, end - start);
        bytes.InsertRange(start, Encoding.UTF8.GetBytes(values[random.Next(values.Length)]));
    }
}
