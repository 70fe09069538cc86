using System.Net;
using EndToEnd.Tests.App;
using Npgsql;

namespace EndToEnd.Tests.Deadlines;

[Collection(PlainAppTests.Name)]
public sealed class BulkheadTests(PlainApp app)
{
    private const string Question = """{"service_id":"bulkhead-a","proposed_change":{"sli_type":"availability","current_target":99.9,"proposed_target":99.5}}""";

    [OwnHostFact]
    public async Task While_expensive_requests_are_held_up_cheap_ones_are_answered_and_further_expensive_ones_turned_away()
    {
        (await app.Api.IngestAsync("""{"source":"manual","edges":[{"source":"bulkhead-a","target":"bulkhead-b"}]}""")).ShouldBe(HttpStatusCode.Accepted);
        await using var process = await app.StartAnotherAsync(
            ("Bulkheads__Analyses", "2"), ("Bulkheads__AnalysesQueue", "3"), ("Bulkheads__LongestWait", "00:00:30"));
        using var api = new Api(process.BaseUrl, app.Api.Key);
        (await api.PostAsync(Api.Impact, Question)).ShouldBe(HttpStatusCode.OK);
        Answer[] turnedAway;
        Task<Answer>[] patient;

        await using (var blocker = await app.Database!.OpenAsync())
        {
            await using var locks = new NpgsqlCommand("BEGIN; LOCK TABLE slo.current_graph IN ACCESS EXCLUSIVE MODE", blocker);
            await locks.ExecuteNonQueryAsync();
            var questions = Enumerable.Range(0, 12).Select(_ => api.PostAsync(Api.Impact, Question)).ToArray();
            await app.Database.WhenTheAppWaitsForALockAsync(2);
            await Eventually.GetAsync(() => Task.FromResult(questions.Count(q => q.IsCompleted)), done => done == 7);
            turnedAway = [.. questions.Where(q => q.IsCompleted).Select(q => q.Result)];
            patient = [.. questions.Where(q => !q.IsCompleted)];

            (await api.GetAsync("/api/v1/services")).ShouldBe(HttpStatusCode.OK);
            (await api.GetAsync("/api/v1/health")).ShouldBe(HttpStatusCode.OK);
        }

        foreach (var answer in turnedAway)
        {
            answer.ShouldBeProblem(HttpStatusCode.ServiceUnavailable).GetProperty("type").GetString().ShouldBe("/errors/overloaded");
            answer.Headers["Retry-After"].ShouldBe("5");
        }

        patient.Length.ShouldBe(5);
        foreach (var answer in await Task.WhenAll(patient)) answer.ShouldBe(HttpStatusCode.OK);
    }
}
