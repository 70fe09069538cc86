using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using EndToEnd.Tests.App;

namespace EndToEnd.Tests.BadInput;

[Collection(PlainAppTests.Name)]
public sealed partial class QuestionMutationTests(PlainApp app)
{
    private const string Graph = """
        {"source":"manual","edges":[{"source":"mq-a","target":"mq-b"},{"source":"mq-b","target":"mq-c"},{"source":"mq-c","target":"mq-b"},
        {"source":"mq-a","target":"mq-d","attributes":{"redundancy_group":"g"}},{"source":"mq-a","target":"mq-e","attributes":{"redundancy_group":"g"}}]}
        """;

    private static readonly (string Path, string Body)[] Valid =
    [
        (Api.Impact, """{"service_id":"mq-b","proposed_change":{"sli_type":"availability","current_target":99.9,"proposed_target":99.5}}"""),
        (Api.WhatIf,
            """
            {"changes":[{"type":"add_service","service_id":"mq-new","availability":99.5},{"type":"degrade","service_id":"mq-c","delta_nines":1},
            {"type":"make_redundant","source":"mq-a","group":"g","members":["mq-new"]},{"type":"remove_dependency","source":"mq-a","target":"mq-b"},
            {"type":"add_dependency","source":"mq-d","target":"mq-c","criticality":"hard","mode":"sync"}],"services":["mq-a","mq-b"]}
            """),
        (Api.Feasibility, """{"service_id":"mq-a","desired_target":99.9,"weights":{"mq-b":2,"mq-d":0.5},"fixed":["mq-e"],"include_self":true}"""),
    ];

    private static readonly string[] Values =
    [
        "null", "0", "-1", "1e999", "1e-300", "99.99999999999999", "100", "50", "1e6", "\"\"", "\"\\u0000\"", "\"\\ud800\"", "[]", "{}", "[null]", "true",
        "\"mq-a\"", "\"mq-c\"", "\"mq-e\"", "\"improve\"", "\"degrade\"", "\"latency\"", "\"g\"", "\"soft\"", "\"async\"", "[\"mq-d\",\"mq-b\"]",
    ];

    [Fact]
    public async Task Nine_hundred_mutilated_questions_are_answered_without_a_failure()
    {
        (await app.Api.IngestAsync(Graph)).ShouldBe(HttpStatusCode.Accepted);
        var random = new Random(20260216);
        (string Path, byte[] Body)[] questions = [.. Enumerable.Range(0, 900).Select(i => (Valid[i % 3].Path, Mutate(Valid[i % 3].Body, random)))];

        var answers = new Answer[questions.Length];
        await Parallel.ForAsync(0, questions.Length, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (i, _) => answers[i] = await app.Api.SendAsync(
            new HttpRequestMessage(HttpMethod.Post, questions[i].Path) { Content = new ByteArrayContent(questions[i].Body) }));

        for (int i = 0; i < answers.Length; i++)
            answers[i].Status.ShouldBeOneOf([HttpStatusCode.OK, HttpStatusCode.BadRequest, HttpStatusCode.NotFound], Encoding.UTF8.GetString(questions[i].Body));
        answers.Count(a => a.Status == HttpStatusCode.OK).ShouldBeInRange(50, 850);
    }

    // Whole JSON with other values, so that what lies behind the parser is reached; now and then a bit is turned over, too.
    private static byte[] Mutate(string body, Random random)
    {
        string mutant = body;
        for (int i = random.Next(0, 4); i > 0; i--)
        {
            var leaves = Leaf().Matches(mutant);
            var leaf = leaves[random.Next(leaves.Count)];
            mutant = string.Concat(mutant.AsSpan(0, leaf.Index), Values[random.Next(Values.Length)], mutant.AsSpan(leaf.Index + leaf.Length));
        }

        byte[] bytes = Encoding.UTF8.GetBytes(mutant);
        if (random.Next(8) == 0) bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
        return bytes;
    }

    [GeneratedRegex("(?<=[:\\[,]\\s*)(\"[^\"]*\"(?!:)|[0-9.]+|true)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Leaf();
}
