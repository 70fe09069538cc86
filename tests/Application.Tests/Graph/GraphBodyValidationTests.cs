using System.Text.Json;
using SloFunctions.Application.Graph;
using SloFunctions.Application.Publishing;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Results;

namespace SloFunctions.Application.Tests.Graph;

public sealed class GraphBodyValidationTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_full_submission_is_read()
    {
        var update = Accepted("""
            {"source": "otel_service_graph", "timestamp": "2026-02-14T10:00:00+01:00", "unknown": 1,
             "nodes": [{"service_id": "checkout", "metadata": {"team": "shop", "criticality": "high", "tier": 1, "runbook": "x"}},
                       {"service_id": "payment"}],
             "edges": [{"source": "checkout", "target": "payment",
                        "attributes": {"communication_mode": "async", "criticality": "degraded", "protocol": "grpc", "timeout_ms": 0,
                                       "retry_config": {"max": 3}, "redundancy_group": "cards", "call_count": 12}},
                       {"source": "payment", "target": "bank"}]}
            """);

        update.Source.ShouldBe(DiscoverySource.OtelServiceGraph);
        update.ObservedAt.ShouldBe(new DateTimeOffset(2026, 2, 14, 9, 0, 0, TimeSpan.Zero));
        update.Nodes[0].ShouldBe(new ServiceRegistration(
            ServiceId.Of("checkout"), ServiceCriticality.High, "shop", 1, """{"team": "shop", "criticality": "high", "tier": 1, "runbook": "x"}"""));
        update.Nodes[1].ShouldBe(new ServiceRegistration(ServiceId.Of("payment"), null, null, null, null));
        update.Edges[0].ShouldBe(new DependencyEdge(
            ServiceId.Of("checkout"), ServiceId.Of("payment"), CommunicationMode.Async, DependencyCriticality.Degraded, "grpc", 0, """{"max": 3}""", "cards", 12));
        update.Edges[1].ShouldBe(new DependencyEdge(
            ServiceId.Of("payment"), ServiceId.Of("bank"), null, null, null, null, null));
    }

    [Theory]
    [InlineData("alice@example.com", "an e-mail address")]
    [InlineData("10.1.2.3", "an IP address")]
    [InlineData("2001:db8::1", "an IP address")]
    [InlineData("550e8400-e29b-41d4-a716-446655440000", "a user identifier")]
    public void Ids_that_look_like_data_of_a_person_are_refused_without_being_repeated(string id, string kind)
    {
        var body = JsonSerializer.Deserialize<GraphBody>(
            $$"""{"source": "manual", "nodes": [{"service_id": "{{id}}"}], "edges": [{"source": "{{id}}", "target": "a"}, {"source": "a", "target": "{{id}}"}]}""",
            PublishedJson.Options);

        var error = GraphBodyValidation.Check(body, Now).Error.ShouldNotBeNull();

        error.Fields.Select(f => f.Field).ShouldBe(["nodes[0].service_id", "edges[0].source", "edges[1].target"]);
        error.Fields.ShouldAllBe(f => f.Message == $"A service id must not look like {kind}.");
        error.Detail.ShouldNotContain(id);
    }

    [Fact]
    public void An_external_service_states_what_its_provider_promises()
    {
        var update = Accepted("""{"source": "manual", "nodes": [{"service_id": "bank", "metadata": {"service_type": "external", "published_sla": 99.95}}]}""");

        update.Nodes[0].Type.ShouldBe(ServiceType.External);
        update.Nodes[0].PublishedSla.ShouldBe(99.95);
    }

    [Fact]
    public void A_missing_timestamp_means_now_and_nulls_mean_missing()
    {
        var update = Accepted("""
            {"source": "manual", "timestamp": null, "edges": null,
             "nodes": [{"service_id": "a", "metadata": null}, {"service_id": "b", "metadata": {"team": null, "criticality": null, "tier": null}}]}
            """);

        update.ObservedAt.ShouldBe(Now);
        update.Edges.ShouldBeEmpty();
        update.Nodes[0].MetadataJson.ShouldBeNull();
        update.Nodes[1].ShouldBe(new ServiceRegistration(
            ServiceId.Of("b"), null, null, null, """{"team": null, "criticality": null, "tier": null}"""));
    }

    [Theory]
    [InlineData("null", "body")]
    [InlineData("{}", "source, nodes")]
    [InlineData("""{"source": "manual"}""", "nodes")]
    [InlineData("""{"source": "manual", "nodes": [], "edges": []}""", "nodes")]
    [InlineData("""{"source": "gossip", "nodes": [{"service_id": "a"}]}""", "source")]
    [InlineData("""{"nodes": [{"service_id": "a"}]}""", "source")]
    [InlineData("""{"source": "manual", "nodes": [null], "edges": [null]}""", "nodes[0], edges[0]")]
    [InlineData("""{"source": "manual", "nodes": [{}]}""", "nodes[0].service_id")]
    [InlineData("""{"source": "manual", "nodes": [{"service_id": "a"}, {"service_id": "b"}, {"service_id": "a"}]}""", "nodes[2].service_id")]
    [InlineData("""{"source": "manual", "edges": [{}]}""", "edges[0].source, edges[0].target")]
    [InlineData("""{"source": "manual", "edges": [{"source": "a", "target": "a"}]}""", "edges[0].target")]
    [InlineData("""{"source": "manual", "edges": [{"source": "a", "target": "b"}, {"source": "b", "target": "a"}, {"source": "a", "target": "b"}]}""", "edges[2]")]
    public void The_fields_at_fault_are_named(string json, string fields)
    {
        Refused(json).ShouldBe(fields);
    }

    [Theory]
    [InlineData("\"x\"", "")]
    [InlineData("[]", "")]
    [InlineData("3", "")]
    [InlineData("""{"team": 3}""", ".team")]
    [InlineData("""{"team": ""}""", ".team")]
    [InlineData("""{"team": "a\nb"}""", ".team")]
    [InlineData("""{"criticality": "urgent"}""", ".criticality")]
    [InlineData("""{"criticality": ["high"]}""", ".criticality")]
    [InlineData("""{"tier": -1}""", ".tier")]
    [InlineData("""{"tier": 10}""", ".tier")]
    [InlineData("""{"tier": 1.5}""", ".tier")]
    [InlineData("""{"tier": "1"}""", ".tier")]
    [InlineData("""{"tier": 99999999999}""", ".tier")]
    [InlineData("""{"service_type": "partner"}""", ".service_type")]
    [InlineData("""{"service_type": 1}""", ".service_type")]
    [InlineData("""{"published_sla": 0}""", ".published_sla")]
    [InlineData("""{"published_sla": 100.01}""", ".published_sla")]
    [InlineData("""{"published_sla": "99.9"}""", ".published_sla")]
    [InlineData("""{"team": 1, "criticality": 2, "tier": "x"}""", ".criticality .team .tier")]
    public void Metadata_at_fault_is_named(string metadata, string fields)
    {
        Refused($$"""{"source": "manual", "nodes": [{"service_id": "a", "metadata": {{metadata}} }]}""")
            .ShouldBe(string.Join(", ", fields.Split(' ').Select(f => "nodes[0].metadata" + f)));
    }

    [Theory]
    [InlineData("""{"communication_mode": "Sync"}""", "communication_mode")]
    [InlineData("""{"redundancy_group": ""}""", "redundancy_group")]
    [InlineData("""{"redundancy_group": "a\u0000"}""", "redundancy_group")]
    [InlineData("""{"call_count": -1}""", "call_count")]
    [InlineData("""{"criticality": "critical"}""", "criticality")]
    [InlineData("""{"protocol": ""}""", "protocol")]
    [InlineData("""{"protocol": "a\u0000b"}""", "protocol")]
    [InlineData("""{"timeout_ms": -1}""", "timeout_ms")]
    [InlineData("""{"retry_config": []}""", "retry_config")]
    [InlineData("""{"retry_config": {"a": "\u0000"}}""", "retry_config")]
    public void Attributes_at_fault_are_named(string attributes, string field)
    {
        Refused($$"""{"source": "manual", "edges": [{"source": "a", "target": "b", "attributes": {{attributes}} }]}""")
            .ShouldBe($"edges[0].attributes.{field}");
    }

    [Theory]
    [InlineData("2026-02-14T10:00:00Z")]
    [InlineData("2026-02-14T10:00Z")]
    [InlineData("2026-02-14T10:00:00")]
    [InlineData("2026-02-14T10:00:00.123456789Z")]
    [InlineData("2026-02-14T10:00:00-05:00")]
    [InlineData("2026-03-01T12:05:00Z")]
    public void Timestamps_of_ISO_8601_are_read(string timestamp)
    {
        Accepted(Dated(timestamp)).ObservedAt.Offset.ShouldBe(TimeSpan.Zero);
    }

    [Theory]
    [InlineData("")]
    [InlineData("yesterdayT")]
    [InlineData("2026-02-14")]
    [InlineData("2026-02-14 10:00:00")]
    [InlineData("T10:00:00Z")]
    [InlineData("Sat, 14 Feb 2026 10:00:00 GMT")]
    [InlineData("2026-02-30T10:00:00Z")]
    [InlineData("2026-02-14T25:00:00Z")]
    [InlineData("2026-02-14T10:00:00Z\\n")]
    [InlineData("٢٠٢٦-02-14T10:00:00Z")]
    [InlineData("0001-01-01T00:00:00+14:00")]
    [InlineData("9999-12-31T23:59:59-14:00")]
    [InlineData("1999-12-31T23:59:59Z")]
    [InlineData("2026-03-01T12:05:01Z")]
    [InlineData("1771063200")]
    public void Other_notations_and_times_that_cannot_be_are_refused(string timestamp)
    {
        Refused(Dated(timestamp)).ShouldBe("timestamp");
    }

    [Fact]
    public void Submissions_hold_a_limited_number_of_nodes_and_edges()
    {
        var nodes = Enumerable.Range(0, GraphLimits.Nodes + 1).Select(i => new NodeBody($"s{i}", null)).ToArray();
        var edges = Enumerable.Range(0, GraphLimits.Edges + 1).Select(i => new EdgeBody("a", $"s{i}", null)).ToArray();

        Fields(new GraphBody("manual", null, nodes, edges)).ShouldBe("nodes, edges");
        Fields(new GraphBody("manual", null, nodes[1..], edges[1..])).ShouldBe("");
    }

    [Fact]
    public void Texts_have_their_limits()
    {
        string Body(int team, int protocol) => $$$"""
            {"source": "manual", "nodes": [{"service_id": "a", "metadata": {"team": "{{{new string('t', team)}}}"}}],
             "edges": [{"source": "a", "target": "b", "attributes": {"protocol": "{{{new string('p', protocol)}}}"}}]}
            """;

        Accepted(Body(255, 50));
        Refused(Body(256, 51)).ShouldBe("nodes[0].metadata.team, edges[0].attributes.protocol");
    }

    [Fact]
    public void No_more_than_twenty_errors_are_reported()
    {
        var error = Check(new GraphBody("gossip", "never", [.. Enumerable.Repeat(new NodeBody("", null), 1000)], null)).Error!;

        error.Fields.Count.ShouldBe(20);
        error.Fields[^1].Field.ShouldBe("nodes[17].service_id");
    }

    private static string Dated(string timestamp) => $$"""{"source": "manual", "timestamp": "{{timestamp}}", "nodes": [{"service_id": "a"}]}""";

    private static GraphUpdate Accepted(string json)
    {
        var result = Check(JsonSerializer.Deserialize<GraphBody>(json, PublishedJson.Options));
        result.Error?.Detail.ShouldBeNull();
        return result.Value!;
    }

    private static string Refused(string json) => Fields(JsonSerializer.Deserialize<GraphBody>(json, PublishedJson.Options));

    private static string Fields(GraphBody? body) => string.Join(", ", Check(body).Error?.Fields.Select(f => f.Field) ?? []);

    private static Result<GraphUpdate> Check(GraphBody? body) => GraphBodyValidation.Check(body, Now);
}
