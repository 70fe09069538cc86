using System.Net;
using System.Text;
using EndToEnd.Tests.App;

namespace EndToEnd.Tests.BadInput;

[Collection(PlainAppTests.Name)]
public sealed class EventMutationTests(PlainApp app)
{
    private static readonly string Valid = GraphEvent.Of("mutant", "event-mutant-a", "event-mutant-b").ToJsonString();

    private static readonly string[] Tokens =
    [
        "\0", "\"", "\\", "\\u0000", "\\ud800", "{", "}", "[", "]", ",", ":", "null", "1e999", "NaN", "\"\"", "\u00ff", "\u202e", "/*",
        "\"specversion\":\"1.0\",", "\"data\":{},", "\"data_base64\":\"e30=\",", "\"\\ud800\":1,", "\ufeff",
    ];

    [Fact]
    public async Task Three_hundred_mutilated_events_are_answered_without_a_failure_and_the_whole_ones_beside_them_are_taken()
    {
        var random = new Random(20260215);
        byte[][] bodies = [.. Enumerable.Range(0, 300).Select(i => Batch(i, Mutate(random)))];

        var answers = new Answer[bodies.Length];
        await Parallel.ForAsync(0, bodies.Length, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (i, _) =>
            answers[i] = await app.Api.DeliverAsync(new ByteArrayContent(bodies[i]), "application/cloudevents-batch+json"));

        answers.ShouldAllBe(a => a.Status == HttpStatusCode.Accepted || a.Status == HttpStatusCode.BadRequest);
        int taken = answers.Count(a => a.Status == HttpStatusCode.Accepted);
        taken.ShouldBeInRange(1, bodies.Length - 1);
        for (int i = 0; i < bodies.Length; i++)
        {
            var shown = await app.Api.GetAsync(Api.Dependencies($"event-whole-{i}"));
            shown.Status.ShouldBe(answers[i].Status == HttpStatusCode.Accepted ? HttpStatusCode.OK : HttpStatusCode.NotFound, Encoding.UTF8.GetString(bodies[i]));
        }

        (await app.Api.GetAsync("/api/v1/health/ready")).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task An_event_that_is_refused_changes_no_graph()
    {
        string[] faults =
        [
            """{"specversion":"1.0"}""", "null", "7", "\"text\"", "[]", "{}", "[[[[]]]]",
            Valid.Replace("1.0", "2.0", StringComparison.Ordinal),
            Valid.Replace("Slo.Graph", "Slo.Other", StringComparison.Ordinal),
            Valid.Replace("service_mesh", "rumour", StringComparison.Ordinal),
            Valid.Replace("event-mutant-b", "event-mutant-a", StringComparison.Ordinal),
            Valid.Replace("event-mutant-b", "\\u0000", StringComparison.Ordinal),
            Valid.Replace("event-mutant-b", "\\ud800", StringComparison.Ordinal),
            Valid.Replace("2026-02-14", "2126-02-14", StringComparison.Ordinal),
            Valid.Replace("\"mutant\"", "\"\"", StringComparison.Ordinal),
            Valid.Replace("\"data\"", "\"date\"", StringComparison.Ordinal),
            Valid.Replace("\"edges\":", $"\"deep\":{new string('[', 300)}{new string(']', 300)},\"edges\":", StringComparison.Ordinal),
        ];
        string before = await app.StateAsync();

        var answer = await app.Api.DeliverAsync(new StringContent($"[{string.Join(',', faults)}]"), "application/cloudevents-batch+json");

        answer.Status.ShouldBe(HttpStatusCode.Accepted, answer.Text);
        (await app.StateAsync()).ShouldBe(before);
        (await app.Api.GetAsync(Api.Dependencies("event-mutant-a"))).ShouldBeProblem(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_submission_of_more_than_ten_megabytes_is_refused_and_little_of_it_kept()
    {
        var large = GraphEvent.Of("large", "event-large-a", "event-large-b");
        large["data"]!["padding"] = new string('x', 11 * 1024 * 1024);

        (await app.Api.DeliverAsync(large)).Status.ShouldBe(HttpStatusCode.Accepted);

        (await app.Api.GetAsync(Api.Dependencies("event-large-a"))).ShouldBeProblem(HttpStatusCode.NotFound);
        if (app.Database is { } database)
            (await database.ScalarAsync<int>("SELECT octet_length(payload) FROM slo.graph_event_dead_letters WHERE event_id = 'large'")).ShouldBe(65536);
    }

    // The mutilated event and a whole one, which must be taken whenever the two can be told apart.
    private static byte[] Batch(int i, byte[] mutant) =>
        [(byte)'[', .. mutant, .. Encoding.UTF8.GetBytes("," + GraphEvent.Of($"whole-{i}", $"event-whole-{i}", "event-whole").ToJsonString() + "]")];

    // Never the graph's own names, so that what is taken of a mutant is told from what is refused.
    private static byte[] Mutate(Random random) =>
        Mutilation.Of(Valid.Replace("event-mutant", "event-mutated", StringComparison.Ordinal), Tokens, 3, random);
}
