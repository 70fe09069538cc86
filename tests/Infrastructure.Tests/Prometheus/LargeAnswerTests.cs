using System.Globalization;
using Microsoft.AspNetCore.Http;
using SloFunctions.Application.Failures;
using SloFunctions.Infrastructure.Prometheus;

namespace SloFunctions.Infrastructure.Tests.Prometheus;

/// <summary>Questions whose answers are more than the server, or this app, can take at once.</summary>
public sealed class LargeAnswerTests : IAsyncLifetime
{
    private const int Hour = 3600;

    private readonly List<(long First, long Last)> asked = [];
    private StubServer stub = null!;

    private PrometheusConnection Connection { get; set; } = null!;

    public async Task InitializeAsync()
    {
        stub = await StubServer.StartAsync();
        Connection = new PrometheusConnection(stub.Options);
    }

    public async Task DisposeAsync()
    {
        Connection.Dispose();
        await stub.DisposeAsync();
    }

    [Theory]
    [InlineData(24, 24, 1)]
    [InlineData(24, 12, 2)]
    [InlineData(24, 6, 4)]
    [InlineData(7, 2, 4)]
    [InlineData(24, 1, 24)]
    [InlineData(1, 1, 1)]
    public async Task Too_many_samples_are_asked_for_in_halves_and_put_together(int hours, int atOnce, int answers)
    {
        stub.Answer = AnswerAsync(atOnce, Refuse);

        var series = (await QueryAsync(hours)).ShouldHaveSingleItem();

        series.Labels.ShouldHaveSingleItem().ShouldBe(new KeyValuePair<string, string>("service", "a"));
        series.Points.Select(p => p.Time).ShouldBe([.. Enumerable.Range(0, hours).Select(h => MetricsText.Origin.AddHours(h))]);
        asked.Count(a => ((a.Last - a.First) / Hour) + 1 <= atOnce).ShouldBe(answers);
    }

    [Fact]
    public async Task A_single_hour_that_is_too_much_is_a_failure_with_the_servers_words()
    {
        stub.Answer = AnswerAsync(0, Refuse);

        var failure = await Should.ThrowAsync<DependencyUnavailableException>(() => QueryAsync(4));

        failure.InnerException.ShouldNotBeNull().Message.ShouldContain("too many samples");
        asked.Select(a => ((a.Last - a.First) / Hour) + 1).ShouldBe([4, 2, 1]);
    }

    [Fact]
    public async Task No_more_points_are_asked_for_than_a_server_gives()
    {
        stub.Answer = AnswerAsync(11_000, Refuse);

        var series = (await QueryAsync(25_000)).ShouldHaveSingleItem();

        asked.Select(a => ((a.Last - a.First) / Hour) + 1).ShouldBe([11_000, 11_000, 3000]);
        asked.Zip(asked.Skip(1)).ShouldAllBe(pair => pair.Second.First == pair.First.Last + Hour);
        series.Points.Count.ShouldBe(25_000);
    }

    [Fact]
    public async Task An_answer_that_is_too_long_is_asked_for_in_halves()
    {
        stub.Options.MaxAnswerBytes = 1 << 20;
        stub.Answer = AnswerAsync(6, EndlessAsync);

        (await QueryAsync(24)).ShouldHaveSingleItem().Points.Count.ShouldBe(24);
    }

    [Fact]
    public async Task An_answer_without_an_end_is_given_up()
    {
        stub.Options.MaxAnswerBytes = 1 << 20;
        stub.Answer = AnswerAsync(0, EndlessAsync);

        var failure = await Should.ThrowAsync<DependencyUnavailableException>(() => QueryAsync(1));

        failure.InnerException.ShouldNotBeNull().Message.ShouldBe("The answer has more than 1048576 bytes.");
        asked.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_text_without_an_end_is_given_up()
    {
        stub.Options.MaxAnswerBytes = 1 << 20;
        stub.Answer = context => EndlessAsync(context, "{\"data\":{\"resultType\":\"", new string('a', 1000));

        (await Should.ThrowAsync<DependencyUnavailableException>(() => QueryAsync(1))).InnerException.ShouldNotBeNull().Message.ShouldContain("1048576");
    }

    [Fact]
    public async Task Series_that_only_some_halves_have_are_kept_apart()
    {
        stub.Answer = async context =>
        {
            var (first, last) = await RangeAsync(context);
            await (first == last
                ? StubServer.Text($$$"""{"data":{"resultType":"matrix","result":[{{{Series("always", [first])}}},{{{Series($"only {first}", [first])}}}]}}""")(context)
                : Refuse(context));
        };

        var series = await QueryAsync(3);

        series.Select(s => (s.Labels["service"].Split(' ')[0], s.Points.Count)).Order().ShouldBe([("always", 3), ("only", 1), ("only", 1), ("only", 1)]);
    }

    private static Task Refuse(HttpContext context) =>
        StubServer.Text("""{"status":"error","errorType":"execution","error":"query processing would load too many samples into memory in query execution"}""", 422)(context);

    private static Task EndlessAsync(HttpContext context) => EndlessAsync(
        context, """{"data":{"resultType":"matrix","result":[{"metric":{},"values":[]}""", string.Concat(Enumerable.Repeat(""",{"metric":{},"values":[[1,"1"]]}""", 100)));

    private static async Task EndlessAsync(HttpContext context, string start, string again)
    {
        await context.Response.WriteAsync(start);
        while (!context.RequestAborted.IsCancellationRequested) await context.Response.WriteAsync(again);
    }

    private static string Series(string service, IEnumerable<long> times) => string.Create(
        CultureInfo.InvariantCulture, $$"""{"metric":{"service":"{{service}}"},"values":[{{string.Join(',', times.Select(t => $"[{t},\"1\"]"))}}]}""");

    private static async Task<(long First, long Last)> RangeAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync();
        return (long.Parse(form["start"]!, CultureInfo.InvariantCulture), long.Parse(form["end"]!, CultureInfo.InvariantCulture));
    }

    private RequestDelegate AnswerAsync(int atOnce, RequestDelegate otherwise) => async context =>
    {
        var range = await RangeAsync(context);
        asked.Add(range);
        int points = (int)((range.Last - range.First) / Hour) + 1;
        if (points > atOnce)
        {
            await otherwise(context);
            return;
        }

        var times = Enumerable.Range(0, points).Select(i => range.First + ((long)i * Hour));
        await StubServer.Text($$$"""{"data":{"resultType":"matrix","result":[{{{Series("a", times)}}}]}}""")(context);
    };

    private Task<IReadOnlyList<PrometheusSeries>> QueryAsync(int hours) => new PrometheusClient(Connection, stub.Options, stub.Clock)
        .QueryHourlyAsync("up", MetricsText.Origin, MetricsText.Origin.AddHours(hours - 1), CancellationToken.None);
}
