using System.Text;
using SloFunctions.Application.Failures;
using SloFunctions.Infrastructure.Prometheus;

namespace SloFunctions.Infrastructure.Tests.Prometheus;

/// <summary>Queries to a server in trouble. Waits are those of the stub's clock.</summary>
public sealed class PrometheusClientTests : IAsyncLifetime
{
    private StubServer stub = null!;

    private PrometheusConnection Connection { get; set; } = null!;

    private PrometheusClient Client { get; set; } = null!;

    public async Task InitializeAsync()
    {
        stub = await StubServer.StartAsync();
        Connection = new PrometheusConnection(stub.Options);
        Client = new PrometheusClient(Connection, stub.Options, stub.Clock);
    }

    public async Task DisposeAsync()
    {
        Connection.Dispose();
        await stub.DisposeAsync();
    }

    [Fact]
    public async Task A_failing_server_is_asked_again_after_one_two_and_four_seconds()
    {
        stub.Answer = context => stub.Arrivals.Count <= 3 ? StubServer.Text("busy", 503)(context) : StubServer.Text(StubServer.Empty)(context);

        (await WithRetriesAsync(QueryAsync())).ShouldBeEmpty();

        stub.Arrivals.ShouldBe([0, 1, 3, 7]);
    }

    [Theory]
    [InlineData("<html>Sign in</html>")]
    [InlineData("""{"status":"success","data":{"resultType":"matrix","result":[{"metric":{},"val""")]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{"status":"success"}""")]
    [InlineData("""{"status":"success","data":{"resultType":"matrix","result":[]}} and more""")]
    [InlineData("""{"data":{"resultType":"matrix"}}""")]
    [InlineData("""{"data":{"result":[]}}""")]
    [InlineData("""{"data":{"resultType":"matrix","result":[{"values":[]}]}}""")]
    [InlineData("""{"data":{"resultType":"matrix","result":[{"metric":{}}]}}""")]
    [InlineData("""{"data":{"resultType":"matrix","result":[{"metric":{},"values":[["1","2"]]}]}}""")]
    [InlineData("""{"data":{"resultType":"matrix","result":[{"metric":{},"values":[[1,"2","3"]]}]}}""")]
    [InlineData("""{"data":{"resultType":"vector","result":[]}}""")]
    [InlineData("""{"data":{"resultType":"matrix","result":{}}}""")]
    [InlineData("""{"data":{"resultType":"matrix","result":[{"metric":{"a":null},"values":[]}]}}""")]
    [InlineData("""{"data":{"resultType":"matrix","result":[{"metric":{"a":"1","a":"2"},"values":[]}]}}""")]
    [InlineData("""{"data":{"resultType":"matrix","result":[{"metric":{"a":"\ud800"},"values":[]}]}}""")]
    [InlineData("""{"data":{"resultType":"matrix","result":[{"metric":{},"values":[[1]]}]}}""")]
    [InlineData("""{"data":{"resultType":"matrix","result":[{"metric":{},"values":[[1,"many"]]}]}}""")]
    [InlineData("""{"data":{"resultType":"matrix","result":[{"metric":{},"values":[[1,2]]}]}}""")]
    [InlineData("""{"data":{"resultType":"matrix","result":[{"metric":{},"values":[[1e30,"2"]]}]}}""")]
    public async Task A_nonsensical_answer_is_reported_and_not_asked_for_again(string body)
    {
        stub.Answer = StubServer.Text(body);

        var failure = await Should.ThrowAsync<DependencyUnavailableException>(QueryAsync());

        failure.Dependency.ShouldBe("prometheus");
        failure.InnerException.ShouldBeOfType<FormatException>();
        stub.Arrivals.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Values_that_are_no_numbers_or_infinite_are_read()
    {
        stub.Answer = StubServer.Text(
            """{"data":{"resultType":"matrix","result":[{"metric":{"le":"+Inf"},"values":[[1,"NaN"],[2.5,"+Inf"],[3,"-Inf"],[4,"1.5e3"]]}]}}""");

        var series = (await QueryAsync()).ShouldHaveSingleItem();

        series.Labels["le"].ShouldBe("+Inf");
        series.Points.Select(p => p.Value).ShouldBe([double.NaN, double.PositiveInfinity, double.NegativeInfinity, 1500]);
        series.Points.Select(p => p.Time.ToUnixTimeSeconds()).ShouldBe([1, 2, 3, 4]);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(302)]
    public async Task A_refused_query_keeps_the_servers_words_and_is_not_asked_again(int status)
    {
        stub.Answer = StubServer.Text("""{"status":"error","error":"parse error: unexpected left brace"}""", status);

        var failure = await Should.ThrowAsync<DependencyUnavailableException>(QueryAsync());

        failure.InnerException.ShouldNotBeNull().Message.ShouldContain("unexpected left brace");
        stub.Arrivals.Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_words_of_a_refusal_are_kept_in_part_only()
    {
        stub.Answer = StubServer.Text(new string('x', 1_000_000), 400);

        var failure = await Should.ThrowAsync<DependencyUnavailableException>(QueryAsync());

        failure.InnerException.ShouldNotBeNull().Message.Length.ShouldBeLessThan(1100);
    }

    [Fact]
    public async Task What_is_not_asked_for_is_passed_over_wherever_it_stands()
    {
        stub.Answer = StubServer.Text(
            """
            {"warnings":["partial",{"a":[1]}],"data":{"stats":{"samples":[{"x":[[]]}]},"result":[
              {"exemplars":[[1,"2"]],"metric":{"a\u0062":"\u00e9"},"values":[[1,"2"]],"other":null},
              {"metric":{"native":"1"},"histograms":[[1,{"count":"5"}]]}],"resultType":"matrix"},"status":"success","infos":{}}
            """);

        var series = (await QueryAsync()).ShouldHaveSingleItem();

        series.Labels.ShouldHaveSingleItem().ShouldBe(new KeyValuePair<string, string>("ab", "é"));
        series.Points.ShouldHaveSingleItem().Value.ShouldBe(2);
    }

    [Fact]
    public async Task An_answer_is_read_whatever_the_pieces_it_arrives_in()
    {
        var label = new string('é', 100_000);
        var answer = $$$"""{"data":{"resultType":"matrix","result":[{"metric":{"long":"{{{label}}}"},"values":[{{{string.Join(',', Enumerable.Range(1, 20_000).Select(i => $"[{i},\"{i}\"]"))}}}]}]}}""";
        stub.Answer = async context =>
        {
            foreach (var piece in Encoding.UTF8.GetBytes(answer).Chunk(7919))
            {
                await context.Response.Body.WriteAsync(piece);
                await context.Response.Body.FlushAsync();
            }
        };

        var series = (await QueryAsync()).ShouldHaveSingleItem();

        series.Labels["long"].ShouldBe(label);
        series.Points.Select(p => p.Value).ShouldBe(Enumerable.Range(1, 20_000).Select(i => (double)i));
    }

    [Fact]
    public async Task A_connection_that_breaks_inside_the_answer_is_asked_again()
    {
        stub.Answer = async context =>
        {
            if (stub.Arrivals.Count > 1)
            {
                await StubServer.Text(StubServer.Empty)(context);
                return;
            }

            context.Response.ContentLength = 1000;
            await context.Response.Body.WriteAsync("{\"status\":"u8.ToArray());
            await context.Response.Body.FlushAsync();
            context.Abort();
        };

        (await WithRetriesAsync(QueryAsync())).ShouldBeEmpty();

        stub.Arrivals.ShouldBe([0, 1]);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_unavailable()
    {
        await stub.DisposeAsync();

        var failure = await Should.ThrowAsync<DependencyUnavailableException>(WithRetriesAsync(QueryAsync()));

        failure.Dependency.ShouldBe("prometheus");
        failure.RetryAfter.ShouldBeGreaterThan(TimeSpan.Zero);
    }

    [Fact]
    public async Task A_server_that_never_answers_gets_four_times_the_time_limit()
    {
        stub.Answer = StubServer.Never;
        var query = QueryAsync();
        foreach (var delay in (int[])[1, 2, 4, 0])
        {
            await stub.NextArrivalAsync();
            stub.Clock.Advance(stub.Options.QueryTimeout);
            if (delay > 0)
                await PassAsync(delay);
        }

        await Should.ThrowAsync<DependencyUnavailableException>(query);

        stub.Arrivals.ShouldBe([0, 31, 63, 97]);
    }

    [Fact]
    public async Task After_ten_failures_no_request_goes_out_for_thirty_seconds_and_then_one_decides()
    {
        stub.Answer = StubServer.Text("broken", 500);
        for (var i = 0; i < 3; i++)
            await Should.ThrowAsync<DependencyUnavailableException>(WithRetriesAsync(QueryAsync()));
        stub.Arrivals.Count.ShouldBe(10);

        stub.Clock.Advance(TimeSpan.FromSeconds(10));
        var refused = await Should.ThrowAsync<DependencyUnavailableException>(QueryAsync());
        // The third query waited for two of the thirty seconds before it saw the breaker open.
        refused.RetryAfter.ShouldBe(TimeSpan.FromSeconds(18));
        stub.Arrivals.Count.ShouldBe(10);

        stub.Clock.Advance(TimeSpan.FromSeconds(18));
        await Should.ThrowAsync<DependencyUnavailableException>(WithRetriesAsync(QueryAsync()));
        stub.Arrivals.Count.ShouldBe(11);

        stub.Answer = StubServer.Text(StubServer.Empty);
        stub.Clock.Advance(TimeSpan.FromSeconds(30));
        await QueryAsync();
        await QueryAsync();
        stub.Arrivals.Count.ShouldBe(13);
    }

    [Fact]
    public async Task The_callers_cancellation_is_a_cancellation()
    {
        stub.Answer = StubServer.Never;
        using var cancellation = new CancellationTokenSource();
        var query = QueryAsync(cancellation.Token);
        await stub.NextArrivalAsync();

        await cancellation.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(query);
        stub.Arrivals.Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_callers_cancellation_ends_the_wait_between_attempts()
    {
        stub.Answer = StubServer.Text("busy", 503);
        using var cancellation = new CancellationTokenSource();
        var query = QueryAsync(cancellation.Token);
        await stub.Clock.WhenTimerIsSetAsync(stub.Clock.GetUtcNow().AddSeconds(1));

        await cancellation.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(query);
    }

    [Theory]
    [InlineData("")]
    [InlineData("prometheus:9090")]
    [InlineData("/relative")]
    [InlineData("ftp://prometheus")]
    public void An_address_that_is_no_http_url_is_refused(string url) =>
        Should.Throw<ArgumentException>(() => new PrometheusConnection(new PrometheusOptions { Url = url })).Message.ShouldContain("Prometheus:Url");

    [Theory]
    [InlineData("http://mimir/prometheus")]
    [InlineData("http://mimir/prometheus/")]
    public void A_path_in_the_address_is_kept(string url)
    {
        using var connection = new PrometheusConnection(new PrometheusOptions { Url = url });

        new Uri(connection.Http.BaseAddress!, "api/v1/query").ShouldBe(new Uri("http://mimir/prometheus/api/v1/query"));
    }

    private Task<IReadOnlyList<PrometheusSeries>> QueryAsync(CancellationToken cancellation = default) =>
        Client.QueryHourlyAsync("up", MetricsText.Origin, MetricsText.Origin.AddHours(1), cancellation);

    /// <summary>Lets the clock run through the waits between attempts until the query ends.</summary>
    private async Task<T> WithRetriesAsync<T>(Task<T> query)
    {
        foreach (var delay in (int[])[1, 2, 4])
        {
            if (await Task.WhenAny(query, PassAsync(delay)) == query)
                break;
        }

        return await query;
    }

    private async Task PassAsync(int delay)
    {
        await stub.Clock.WhenTimerIsSetAsync(stub.Clock.GetUtcNow().AddSeconds(delay));
        stub.Clock.Advance(TimeSpan.FromSeconds(delay));
    }
}
