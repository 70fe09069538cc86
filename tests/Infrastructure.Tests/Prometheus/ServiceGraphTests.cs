using SloFunctions.Application.Failures;
using SloFunctions.Application.Graph;
using SloFunctions.Domain.Graph;
using SloFunctions.Infrastructure.Prometheus;
using SloFunctions.Testing;

namespace SloFunctions.Infrastructure.Tests.Prometheus;

/// <summary>Dependencies from service graph metrics, asked of a real server.</summary>
public sealed class ServiceGraphTests(ServiceGraphCases prometheus) : IClassFixture<ServiceGraphCases>
{
    private const long AnHoursCalls = 360;

    [Theory]
    [InlineData("steady", AnHoursCalls)]
    [InlineData("born", 17L)]
    [InlineData("born-elsewhere", 1L)]
    [InlineData("restarted", 180L + 174L)]
    [InlineData("several", 3 * AnHoursCalls)]
    [InlineData("replicated", AnHoursCalls)]
    [InlineData("both", 2 * AnHoursCalls)]
    [InlineData("O'Brien \"quoted\" \\", AnHoursCalls)]
    public async Task A_dependency_that_was_used_lately_is_found_with_its_calls(string client, long calls)
    {
        var edge = (await DiscoverAsync()).Update.Edges.Where(e => e.Source.Value == client).ShouldHaveSingleItem();

        (edge.Target.Value, edge.Mode, edge.Criticality, edge.CallCount).ShouldBe(("target", CommunicationMode.Sync, (DependencyCriticality?)null, calls));
    }

    [Theory]
    [InlineData("stopped")]
    [InlineData("idle")]
    [InlineData("born-idle")]
    public async Task A_dependency_that_was_not_used_lately_is_not_found(string client) =>
        (await DiscoverAsync()).Update.Edges.ShouldNotContain(e => e.Source.Value == client);

    [Theory]
    [InlineData("sender", "queue-reader", CommunicationMode.Async)]
    [InlineData("writer", "orders-db", CommunicationMode.Sync)]
    [InlineData("to-peer", "api.example.com", CommunicationMode.Sync)]
    public async Task The_type_of_the_connection_tells_whether_the_caller_waits(string client, string server, CommunicationMode mode) =>
        (await DiscoverAsync()).Update.Edges.Where(e => e.Source.Value == client)
            .Select(e => (e.Target.Value, e.Mode, e.CallCount)).ShouldBe([(server, mode, AnHoursCalls)]);

    [Fact]
    public async Task What_is_no_dependency_between_services_is_counted_and_costs_nothing_else()
    {
        var found = await DiscoverAsync();

        found.Skipped.Select(s => (s.Reason, s.Count)).ShouldBe(
        [
            ("one end is a name that the connector made up", 2),
            ("source: A service id has at most 255 characters; this one has 300.", 1),
            ("source: A service id must not be empty.", 1),
            ("source: A service id must not begin or end with white space.", 1),
            ("source: A service id must not contain control or other unprintable characters.", 3),
            ("target: A service id must not be empty.", 1),
            ("target: A service must not depend on itself.", 1),
        ]);
        found.Skipped.SelectMany(s => s.Examples).ShouldAllBe(e => e.Length <= 201 && !e.Any(char.IsControl));
        found.Update.Edges.Count.ShouldBe(11);
        (found.Update.Source, found.Update.ObservedAt).ShouldBe((DiscoverySource.OtelServiceGraph, ServiceGraphCases.Time));
        found.Update.Nodes.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_longer_look_back_finds_what_stopped_before()
    {
        var options = Options();
        options.ServiceGraphLookBack = TimeSpan.FromHours(3);

        var stopped = (await DiscoverAsync(options)).Update.Edges.Single(e => e.Source.Value == "stopped");

        stopped.CallCount.ShouldBe(AnHoursCalls);
    }

    [Fact]
    public async Task Names_of_the_metric_and_its_labels_are_settings()
    {
        var options = Options();
        (options.ServiceGraphClientLabel, options.ServiceGraphServerLabel) = ("server", "client");

        (await DiscoverAsync(options)).Update.Edges.ShouldContain(e => e.Source.Value == "queue-reader" && e.Target.Value == "sender");

        options.ServiceGraphMetric = "calls_nobody_counts_total";
        (await DiscoverAsync(options)).Update.Edges.ShouldBeEmpty();
    }

    [Fact]
    public async Task Nothing_is_found_where_nothing_was_scraped()
    {
        var found = await DiscoverAsync(Options(), ServiceGraphCases.Time.AddHours(6));

        (found.Update.Edges.Count, found.Skipped.Count).ShouldBe((0, 0));
    }

    [Fact]
    public void Without_a_metric_the_source_is_not_asked()
    {
        var options = Options();
        options.ServiceGraphMetric = "";

        new ServiceGraphDiscovery(prometheus.Client, options, TimeProvider.System).IsConfigured.ShouldBeFalse();
    }

    [Theory]
    [InlineData("""{"data":{"resultType":"matrix","result":[]}}""")]
    [InlineData("""{"data":{"resultType":"vector","result":[{"metric":{},"value":[1]}]}}""")]
    [InlineData("""{"data":{"resultType":"vector","result":[{"metric":{},"values":[[1,"2"]]}]}}""")]
    public async Task A_nonsensical_answer_is_reported(string body)
    {
        await using var stub = await StubServer.StartAsync();
        using var connection = new PrometheusConnection(stub.Options);
        stub.Answer = StubServer.Text(body);

        var discovery = new ServiceGraphDiscovery(new PrometheusClient(connection, stub.Options, stub.Clock), stub.Options, stub.Clock);

        (await Should.ThrowAsync<DependencyUnavailableException>(discovery.DiscoverAsync(CancellationToken.None))).Dependency.ShouldBe("prometheus");
    }

    [Fact]
    public async Task Values_that_count_nothing_are_passed_over_and_endless_ones_are_cut()
    {
        await using var stub = await StubServer.StartAsync();
        using var connection = new PrometheusConnection(stub.Options);
        string Series(string client, string value) => $$"""{"metric":{"client":"{{client}}","server":"t"},"value":[1,"{{value}}"]}""";
        string result = string.Join(',', Series("a", "NaN"), Series("b", "-1"), Series("c", "+Inf"), Series("d", "0.2"));
        stub.Answer = StubServer.Text("""{"data":{"resultType":"vector","result":[""" + result + "]}}");

        var discovery = new ServiceGraphDiscovery(new PrometheusClient(connection, stub.Options, stub.Clock), stub.Options, stub.Clock);

        (await discovery.DiscoverAsync(CancellationToken.None)).Update.Edges.Select(e => (e.Source.Value, e.CallCount))
            .ShouldBe([("c", 1_000_000_000_000_000), ("d", 1)]);
    }

    private PrometheusOptions Options() => new() { Url = prometheus.Options.Url };

    private Task<DiscoveredGraph> DiscoverAsync() => DiscoverAsync(Options());

    private Task<DiscoveredGraph> DiscoverAsync(PrometheusOptions options, DateTimeOffset? at = null) =>
        new ServiceGraphDiscovery(prometheus.Client, options, new FakeClock(at ?? ServiceGraphCases.Time)).DiscoverAsync(CancellationToken.None);
}
