using System.Text;
using System.Text.Json.Nodes;
using SloFunctions.Application.Graph;
using SloFunctions.Testing;
using SloFunctions.Testing.Ports;

namespace SloFunctions.Application.Tests.Graph;

public sealed class GraphEventFaultTests
{
    private readonly InMemoryGraphStore graph = new();
    private readonly InMemoryDeadLetterStore deadLetters = new();

    [Theory]
    [InlineData("specversion", null, "no-cloud-event", "specversion")]
    [InlineData("specversion", "\"0.3\"", "no-cloud-event", "specversion")]
    [InlineData("specversion", "1.0", "no-cloud-event", "specversion")]
    [InlineData("id", null, "no-cloud-event", "id")]
    [InlineData("id", "\"\"", "no-cloud-event", "id")]
    [InlineData("id", "7", "no-cloud-event", "id")]
    [InlineData("id", "\"\\ud800\"", "no-cloud-event", "id")]
    [InlineData("source", null, "no-cloud-event", "source")]
    [InlineData("type", null, "unknown-event-type", "type")]
    [InlineData("type", "\"slo.graph.dependenciesupdated\"", "unknown-event-type", "type")]
    [InlineData("data", null, "no-data", "data")]
    [InlineData("data", "null", "no-data", "data")]
    [InlineData("data", "\"text\"", "invalid-request", "body")]
    [InlineData("data", "[]", "invalid-request", "body")]
    [InlineData("data", "{}", "invalid-request", "source", "nodes")]
    [InlineData("data", """{"source":"manual","edges":[{"source":{}}]}""", "invalid-request", "edges[0].source")]
    [InlineData("data", """{"source":"manual","edges":[{"source":"x","target":"y\u0000"}]}""", "invalid-request", "edges[0].target")]
    [InlineData("data", """{"source":"manual","nodes":[{"service_id":"\ud800"}]}""", "invalid-request", "nodes[0].service_id")]
    [InlineData("time", "\"yesterday\"", "invalid-request", "timestamp")]
    [InlineData("time", "\"2126-01-01T00:00:00Z\"", "invalid-request", "timestamp")]
    public async Task The_reason_and_the_fields_are_told(string attribute, string? json, string reason, params string[] fields)
    {
        var letter = await RefuseAsync(Changed(attribute, json));

        letter.Reason.ShouldBe(reason);
        letter.Errors.Select(e => e.Field).ShouldBe(fields);
        letter.Errors.ShouldAllBe(e => e.Message.EndsWith('.'));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("\0")]
    [InlineData("""{"\ud800":1}""")]
    [InlineData("""{"data_base64":"*"}""")]
    public async Task What_is_no_event_at_all_is_kept_as_it_is(string text)
    {
        var letter = await RefuseAsync(CloudEvents.Bytes(text));

        letter.Reason.ShouldBe("no-cloud-event");
        letter.DeliveryKey.ShouldMatch("^event:sha256:[0-9a-f]{64}$");
        letter.Payload.ShouldBe(text.Replace('\0', '\uFFFD'));
    }

    [Theory]
    [InlineData("*")]
    [InlineData("\\ud800")]
    public async Task Bytes_that_cannot_be_decoded_are_no_data(string text)
    {
        var letter = await RefuseAsync(CloudEvents.Bytes(
            $$"""{"specversion":"1.0","id":"1","source":"s","type":"Slo.Graph.DependenciesUpdated","data_base64":"{{text}}"}"""));

        letter.Reason.ShouldBe("no-data");
    }

    [Fact]
    public async Task Base64_of_what_is_no_json_is_no_graph()
    {
        var letter = await RefuseAsync(CloudEvents.Valid().With("data", null).With("data_base64", "\"//79\"").Bytes());

        (letter.Reason, letter.Errors.Single().Field).ShouldBe(("invalid-request", "body"));
    }

    [Fact]
    public async Task Data_of_more_than_ten_megabytes_is_refused_unread_and_only_its_beginning_is_kept()
    {
        string large = new('ä', 6 * 1024 * 1024);
        var letter = await RefuseAsync(CloudEvents.Bytes(
            $$$"""{"specversion":"1.0","id":"1","source":"s","type":"Slo.Graph.DependenciesUpdated","data":{"source":"{{{large}}}"}}"""));

        letter.Reason.ShouldBe("data-too-large");
        letter.PayloadBytes.ShouldBeGreaterThan(12 * 1024 * 1024);
        Encoding.UTF8.GetByteCount(letter.Payload).ShouldBeInRange(GraphEventDeadLetter.MaxPayloadBytes - 3, GraphEventDeadLetter.MaxPayloadBytes);
        letter.Payload.ShouldEndWith("ä");
    }

    [Fact]
    public async Task A_payload_of_bytes_that_are_no_text_stays_within_its_limit()
    {
        byte[] noText = new byte[200_000];
        Array.Fill(noText, (byte)0xFF);

        var letter = await RefuseAsync(noText);

        Encoding.UTF8.GetByteCount(letter.Payload).ShouldBeLessThanOrEqualTo(GraphEventDeadLetter.MaxPayloadBytes);
        letter.PayloadBytes.ShouldBe(200_000);
    }

    [Fact]
    public async Task Long_texts_are_cut_and_never_inside_of_a_character()
    {
        string id = new('x', 1023);
        var graphEvent = CloudEvents.Valid().With("type", null);
        graphEvent["id"] = id + "🚀";
        graphEvent["subject"] = "a\0b";

        var letter = await RefuseAsync(graphEvent.Bytes());

        letter.EventId.ShouldBe(id);
        letter.Subject.ShouldBe("a\uFFFDb");
        letter.DeliveryKey.ShouldMatch("^event:sha256:[0-9a-f]{64}$");
    }

    [Fact]
    public async Task The_path_of_a_field_may_be_hostile_too()
    {
        string name = new('n', 100_000);
        var letter = await RefuseAsync(CloudEvents.Bytes(
            $$$"""{"specversion":"1.0","id":"1","source":"s","type":"Slo.Graph.DependenciesUpdated","data":{"nodes":[{"metadata":{"{{{name}}}":]}}]}}"""));

        letter.Errors.ShouldAllBe(e => e.Field.Length <= GraphEventDeadLetter.MaxTextBytes && e.Message.Length <= GraphEventDeadLetter.MaxTextBytes);
    }

    [Fact]
    public async Task Keys_tell_sources_and_ids_apart_wherever_one_ends()
    {
        string[] keys =
        [
            await KeyAsync("a", "b,c"), await KeyAsync("a,b", "c"), await KeyAsync("a\",\"b", "c"), await KeyAsync("a", "b\",\"c"),
            await KeyAsync(new string('s', 300), "1"), await KeyAsync(new string('s', 300), "2"),
        ];

        keys.ShouldBeUnique();
        keys.ShouldAllBe(k => k.Length <= 255 && k.All(c => c >= ' ' && c <= '~'));
    }

    private static ReadOnlyMemory<byte> Changed(string attribute, string? json)
    {
        // As text: half of a surrogate pair cannot be had otherwise.
        var graphEvent = CloudEvents.Valid().With(attribute, json is null ? null : "\"*\"");
        return CloudEvents.Bytes(graphEvent.ToJsonString().Replace($"\"{attribute}\":\"*\"", $"\"{attribute}\":{json}", StringComparison.Ordinal));
    }

    private async Task<string> KeyAsync(string source, string id)
    {
        var graphEvent = CloudEvents.Valid().With("type", null);
        (graphEvent["source"], graphEvent["id"]) = (source, JsonValue.Create(id));
        return (await RefuseAsync(graphEvent.Bytes())).DeliveryKey;
    }

    private async Task<GraphEventDeadLetter> RefuseAsync(ReadOnlyMemory<byte> json)
    {
        using var instruments = new GraphInstruments(TimeProvider.System);
        var clock = new FakeClock(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
        var useCase = new ReceiveGraphEvents(
            new IngestGraph(graph, new CountedIds(), clock), new GraphDeadLetters(deadLetters, new GraphPolicy(), instruments, clock));

        var report = await useCase.HandleAsync([json], CancellationToken.None);

        graph.Updates.ShouldBeEmpty();
        report.Ingested.ShouldBe(0);
        return report.Refused.ShouldHaveSingleItem();
    }
}
