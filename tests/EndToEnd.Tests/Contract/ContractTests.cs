using System.Globalization;
using System.Net;
using EndToEnd.Tests.App;
using Xunit.Abstractions;

namespace EndToEnd.Tests.Contract;

public sealed class ContractTests(ContractApp app, ITestOutputHelper output) : IClassFixture<ContractApp>
{
    // Nightly runs ask more, and otherwise each time.
    private static readonly int Seed = Number("SLO_CONTRACT_SEED", 20260214);
    private static readonly int Requests = Math.Max(10_400, Number("SLO_CONTRACT_REQUESTS", 0));

    // Each recomputes something for the whole graph, or is a large answer.
    private static readonly string[] Costly = ["IngestDependencies", "GetSloRecommendations", "GetOpenApiDocument", "ReplaySloRecommendation"];

    private static readonly int[] Successes = [.. Enumerable.Range(200, 100), 304];

    [OwnHostFact]
    public async Task Ten_thousand_requests_are_answered_as_the_document_says()
    {
        var schemas = new SchemaCheck(app.Contract.Resolve);
        var generator = new RequestGenerator(app.Contract, schemas, app.Known);
        using var run = new ContractRun(app.Api.BaseUrl, app.CredentialsOf("generated"), new AnswerCheck(schemas));

        await SendExamplesAsync(run);
        GeneratedRequest[] requests = [.. Plan().Select((operation, i) => generator.Of(operation, Seed + i))];
        await run.SendAsync(requests);

        foreach (var (at, count) in run.Seen.OrderBy(s => s.Key.Operation, StringComparer.Ordinal).ThenBy(s => s.Key.Status)) output.WriteLine($"{at.Operation} {at.Status}: {count}");
        run.Violations.ShouldBeEmpty($"seed {Seed}");
        run.Seen.Values.Sum().ShouldBeGreaterThan(10_000);
        requests.Count(r => r.MustFail).ShouldBeInRange(Requests / 10, Requests * 8 / 10);
        run.Seen.Where(s => s.Key.Status == 503).Sum(s => s.Value).ShouldBeLessThan(Requests / 100);
        Unseen(run).ShouldBeEmpty();
        (await app.Api.GetAsync("/api/v1/health/ready")).ShouldBe(HttpStatusCode.OK);
    }

    [OwnHostFact]
    public async Task A_body_beyond_the_limit_is_refused_as_documented()
    {
        using var run = new ContractRun(app.Api.BaseUrl, app.CredentialsOf("large"), new AnswerCheck(new SchemaCheck(app.Contract.Resolve)));

        foreach (var operation in app.Contract.Operations.Where(o => o.Body is not null))
        {
            string target = operation.Path.Replace("{cycle_id}", Guid.Empty.ToString("D"), StringComparison.Ordinal).Replace("{key_id}", Guid.Empty.ToString("D"), StringComparison.Ordinal);
            await run.SendAsync(new GeneratedRequest(operation, target, MustFail: true) { Body = new byte[11 * 1024 * 1024], ContentType = "application/json" });
        }

        run.Violations.ShouldBeEmpty();
        run.Seen.Keys.ShouldAllBe(s => s.Status == 413);
    }

    private static int Number(string variable, int missing) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : missing;

    // Every operation as often as any other, the costly ones half as often.
    private IEnumerable<ContractOperation> Plan()
    {
        ContractOperation[] round = [.. app.Contract.Operations, .. app.Contract.Operations.Where(o => !Costly.Contains(o.Id.Replace("Head", "", StringComparison.Ordinal)))];
        return Enumerable.Range(0, Requests).Select(i => round[i % round.Length]);
    }

    // What the document shows can be sent as it is; ids are those of things that exist.
    private async Task SendExamplesAsync(ContractRun run)
    {
        var operations = app.Contract.Operations.OrderByDescending(o => o.Id == "IngestDependencies").ThenBy(o => o.Id, StringComparer.Ordinal);
        var (service, recommendation) = app.Known.Recommendations[0];
        foreach (var (i, operation) in operations.Index())
        {
            string target = operation.Path.Replace("{service_id}", service, StringComparison.Ordinal).Replace("{recommendation_id}", recommendation, StringComparison.Ordinal);
            foreach (var (name, ids) in app.Known.Ids) target = target.Replace($"{{{name}}}", ids[i % ids.Count], StringComparison.Ordinal);
            var request = new GeneratedRequest(operation, target, MustFail: false);
            if (operation.Example is { } example) request = request with { Body = System.Text.Encoding.UTF8.GetBytes(AsOfToday(example.GetRawText())), ContentType = "application/json" };
            await run.SendAsync(request);
            run.Seen.Keys.ShouldContain(s => s.Operation == operation.Id && s.Status < 300, operation.Id);
            if (operation.Answers.ContainsKey(304)) await run.SendAsync(request with { Headers = new Dictionary<string, string> { ["If-None-Match"] = "*" } });
        }
    }

    // A day that an example announces something for is not ahead forever.
    private static string AsOfToday(string example) =>
        example.Replace("2026-12-06", TimeProvider.System.GetUtcNow().AddDays(7).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), StringComparison.Ordinal);

    private IEnumerable<string> Unseen(ContractRun run) =>
        from operation in app.Contract.Operations
        from status in operation.Answers.Keys
        where Successes.Contains(status) && !run.Seen.ContainsKey((operation.Id, status))
        select $"{operation.Id} {status}";
}
