using SloFunctions.Application.Telemetry;
using SloFunctions.Domain.Graph;
using SloFunctions.Infrastructure.Credentials;
using SloFunctions.Infrastructure.Tempo;
using SloFunctions.Infrastructure.Tests.Prometheus;
using SloFunctions.Testing;

namespace SloFunctions.Infrastructure.Tests.Tempo;

public sealed class TempoJourneyLatencyTests : IAsyncLifetime
{
    private static readonly double[] Percentiles = [0.95, 0.99, 0.999];

    private readonly FakeClock clock = new(MetricsText.Origin);
    private StubTempo tempo = null!;
    private TempoConnection? connection;
    private TempoJourneyLatency? journey;

    public async Task InitializeAsync() => tempo = await StubTempo.StartAsync();

    public async Task DisposeAsync()
    {
        connection?.Dispose();
        await tempo.DisposeAsync();
    }

    [Fact]
    public async Task The_store_computes_the_quantiles_of_what_the_service_has_served()
    {
        tempo.Metrics = StubTempo.Quantiles((0.99, 0.8), (0.95, 0.25), (0.999, 2.5));

        var latency = await LatencyAsync("checkout");

        latency.Percentiles.ShouldBe([new(0.95, 0.25), new(0.99, 0.8), new(0.999, 2.5)]);
        latency.SampledTraces.ShouldBeNull();
        var (path, query, _, _) = tempo.Requests.ShouldHaveSingleItem();
        path.ShouldBe("/tempo/api/metrics/query");
        query["q"].ToString().ShouldBe("""{ resource.service.name = "checkout" && kind = server } | quantile_over_time(duration, 0.95, 0.99, 0.999)""");
        (query["start"].ToString(), query["end"].ToString()).ShouldBe(
            ($"{MetricsText.Origin.AddHours(-3).ToUnixTimeSeconds()}", $"{MetricsText.Origin.ToUnixTimeSeconds()}"));
    }

    [Theory]
    [InlineData(404)]
    [InlineData(400)]
    [InlineData(200)]
    public async Task Where_it_computes_none_they_are_those_of_the_traces_that_the_service_began(int status)
    {
        // As it answers without metrics of traces: not at all, with a refusal, or with nothing.
        tempo.Metrics = StubTempo.Text(status == 200 ? """{"series":[],"metrics":{"completedJobs":1}}""" : "not found", status);
        tempo.Search = StubTempo.Traces(Enumerable.Range(1, 1000).Reverse().Select(i => i * 1_000_000L));

        var latency = await LatencyAsync("checkout");

        // A thousand traces do not tell the 99.9th percentile: one of them lies beyond.
        latency.Percentiles.ShouldBe([new(0.95, 0.95), new(0.99, 0.99)]);
        latency.SampledTraces.ShouldBe(1000);
        var search = tempo.Requests[^1];
        search.Query["q"].ToString().ShouldBe("""{ resource.service.name = "checkout" && nestedSetParent < 0 }""");
        (search.Query["limit"].ToString(), search.Query["spss"].ToString()).ShouldBe(("1000", "1"));
    }

    [Fact]
    public async Task Traces_without_spans_last_as_long_as_they_say()
    {
        tempo.Metrics = StubTempo.Text("", 404);
        tempo.Search = StubTempo.Text(
            $$"""{"traces":[{{string.Join(',', Enumerable.Repeat("""{"traceID":"1","durationMs":611}""", 99))}},{"traceID":"2"}]}""");

        (await LatencyAsync("checkout")).Percentiles.ShouldBe([new(0.95, 0.611)]);
    }

    [Fact]
    public async Task Names_are_escaped()
    {
        tempo.Metrics = StubTempo.Quantiles((0.99, 0.8));

        (await LatencyAsync("a\"} || {\\ 日本語 `")).Percentiles.ShouldBe([new(0.99, 0.8)]);

        tempo.Requests[0].Query["q"].ToString().ShouldStartWith("""{ resource.service.name = "a\"} || {\\ 日本語 `" && kind = server }""");
    }

    [Fact]
    public async Task A_credential_and_a_tenant_are_shown()
    {
        (tempo.Options.Authentication, tempo.Options.BearerToken, tempo.Options.Tenant) = (StoreAuthentication.Bearer, "s3cret", "shop");
        tempo.Metrics = StubTempo.Quantiles((0.99, 0.8));

        await LatencyAsync("checkout");

        (tempo.Requests[0].Authorization, tempo.Requests[0].Tenant).ShouldBe(("Bearer s3cret", "shop"));
    }

    [Fact]
    public async Task Without_a_trace_store_the_histogram_is_used()
    {
        tempo.Options.Url = "";

        (await NoteAsync("checkout")).ShouldBe("No trace store is configured. The latency histogram is used.");
    }

    [Fact]
    public async Task A_service_id_that_looks_like_data_of_a_person_is_not_asked_for()
    {
        (await NoteAsync("alice@example.com")).ShouldStartWith("The service id looks like an e-mail address");

        tempo.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Too_few_traces_tell_nothing()
    {
        tempo.Search = StubTempo.Traces([1_000_000, 2_000_000]);

        (await NoteAsync("checkout")).ShouldStartWith("The trace store holds too few traces");
    }

    [Theory]
    [InlineData("<html>Sign in</html>")]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("""{"series":{}}""")]
    [InlineData("""{"series":[{"labels":[],"value":1}]}""")]
    [InlineData("""{"series":[{"labels":[{"key":"p","value":{"stringValue":"x"}}],"value":1}]}""")]
    [InlineData("""{"series":[{"labels":[{"key":"p","value":{"doubleValue":0.95}}],"value":"much"}]}""")]
    [InlineData("""{"series":[{"labels":[{"key":"p","value":{"doubleValue":0.95}}],"val""")]
    [InlineData("""{"status":"PARTIAL","series":[{"labels":[{"key":"p","value":{"doubleValue":0.95}}],"value":1}]}""")]
    public async Task A_nonsensical_answer_is_no_latency(string body)
    {
        tempo.Metrics = StubTempo.Text(body);

        (await NoteAsync("checkout")).ShouldStartWith("The trace store's answer makes no sense.");
    }

    [Theory]
    [InlineData("""{"traces":7}""")]
    [InlineData("""{"traces":[{"durationMs":-5}]}""")]
    [InlineData("""{"traces":[{"spanSets":[{"spans":[{"durationNanos":"soon"}]}]}]}""")]
    public async Task A_nonsensical_search_is_no_latency(string body)
    {
        tempo.Search = StubTempo.Text(body);

        (await NoteAsync("checkout")).ShouldStartWith("The trace store's answer makes no sense.");
    }

    [Theory]
    [InlineData(500)]
    [InlineData(401)]
    [InlineData(302)]
    public async Task A_failure_is_no_latency_and_no_exception(int status)
    {
        tempo.Metrics = StubTempo.Text("sorry", status);

        (await NoteAsync("checkout")).ShouldBe("The trace store does not answer. The latency histogram is used.");
        tempo.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_answer_that_is_too_long_is_given_up()
    {
        tempo.Options.MaxAnswerBytes = 1 << 20;
        tempo.Metrics = StubTempo.Text(new string(' ', 2 << 20));

        (await NoteAsync("checkout")).ShouldStartWith("The trace store does not answer.");
    }

    [Fact]
    public async Task A_store_that_is_gone_is_not_asked_any_more_after_ten_failures()
    {
        tempo.Metrics = StubTempo.Text("sorry", 500);
        for (var i = 0; i < 12; i++)
            (await NoteAsync("checkout")).ShouldStartWith("The trace store does not answer.");
        tempo.Requests.Count.ShouldBe(10);

        tempo.Metrics = StubTempo.Quantiles((0.99, 0.8));
        clock.Advance(TimeSpan.FromSeconds(30));

        (await LatencyAsync("checkout")).Percentiles.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_store_that_hangs_is_waited_for_as_long_as_is_set()
    {
        var arrived = new TaskCompletionSource();
        tempo.Metrics = context =>
        {
            arrived.SetResult();
            return StubServer.Never(context);
        };
        var reading = ReadAsync("checkout");
        await arrived.Task;

        clock.Advance(tempo.Options.QueryTimeout);

        (await reading).Note.ShouldNotBeNull().ShouldStartWith("The trace store does not answer.");
    }

    [Fact]
    public async Task The_callers_cancellation_is_a_cancellation()
    {
        using var cancellation = new CancellationTokenSource();
        await cancellation.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => ReadAsync("checkout", cancellation: cancellation.Token));
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(7.1 * 24 * 60)]
    public async Task A_window_that_is_too_short_or_long_is_refused(double minutes) =>
        await Should.ThrowAsync<ArgumentOutOfRangeException>(() => ReadAsync("checkout", TimeSpan.FromMinutes(minutes)));

    private async Task<JourneyLatency> LatencyAsync(string service)
    {
        var reading = await ReadAsync(service);
        reading.TryGet(out var latency).ShouldBeTrue(reading.Note);
        return latency!;
    }

    private async Task<string> NoteAsync(string service)
    {
        var reading = await ReadAsync(service);
        reading.TryGet(out _).ShouldBeFalse();
        return reading.Note!;
    }

    private Task<Reading<JourneyLatency>> ReadAsync(string service, TimeSpan? window = null, CancellationToken cancellation = default)
    {
        connection ??= new TempoConnection(tempo.Options, TelemetryCredentials.Of(tempo.Options, () => throw new NotSupportedException()));
        journey ??= new TempoJourneyLatency(new TempoClient(connection, tempo.Options, clock), tempo.Options, clock);
        return journey.ReadAsync(ServiceId.Of(service), Percentiles, window ?? TimeSpan.FromHours(3), cancellation);
    }
}
