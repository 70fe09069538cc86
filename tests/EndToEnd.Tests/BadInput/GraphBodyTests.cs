using System.Net;
using System.Text;
using EndToEnd.Tests.App;

namespace EndToEnd.Tests.BadInput;

[Collection(PlainAppTests.Name)]
public sealed class GraphBodyTests(PlainApp app)
{
    [Theory]
    [InlineData("", "body")]
    [InlineData("null", "body")]
    [InlineData("[]", "body")]
    [InlineData("42", "body")]
    [InlineData("{", "body")]
    [InlineData("{}", "source")]
    [InlineData("""{"source":"manual"}""", "nodes")]
    [InlineData("""{"source":"manual","nodes":[{"service_id":"x"}]""", "body")]
    [InlineData("""{"source":"manual","nodes":[{"service_id":"x"}]} trailing""", "body")]
    [InlineData("""{"source":"manual","nodes":[{"service_id":"x"},]}""", "nodes[1]")]
    [InlineData("""{'source':'manual'}""", "body")]
    [InlineData("""{"source":"manual","source":"manual","nodes":[{"service_id":"x"}]}""", "source")]
    [InlineData("""{"source":"manual","nodes":[{"service_id":"x","service_id":"y"}]}""", "nodes[0].service_id")]
    [InlineData("""{"source":"manual","nodes":[{"service_id":"x","metadata":{"a":1,"a":2}}]}""", "nodes[0].metadata")]
    public async Task What_is_not_a_json_object_is_refused(string body, string field) => await ShouldRefuseAsync(body, field);

    [Theory]
    [InlineData("""{"source":1,"nodes":[{"service_id":"x"}]}""", "source")]
    [InlineData("""{"source":"manual","nodes":{"service_id":"x"}}""", "nodes")]
    [InlineData("""{"source":"manual","nodes":"x"}""", "nodes")]
    [InlineData("""{"source":"manual","nodes":[null]}""", "nodes[0]")]
    [InlineData("""{"source":"manual","nodes":["x"]}""", "nodes[0]")]
    [InlineData("""{"source":"manual","nodes":[{"service_id":7}]}""", "nodes[0].service_id")]
    [InlineData("""{"source":"manual","nodes":[{"service_id":"x","metadata":[]}]}""", "nodes[0].metadata")]
    [InlineData("""{"source":"manual","nodes":[{"service_id":"x","metadata":{"team":["a"]}}]}""", "nodes[0].metadata.team")]
    [InlineData("""{"source":"manual","nodes":[{"service_id":"x","metadata":{"tier":"one"}}]}""", "nodes[0].metadata.tier")]
    [InlineData("""{"source":"manual","nodes":[{"service_id":"x","metadata":{"tier":1.5}}]}""", "nodes[0].metadata.tier")]
    [InlineData("""{"source":"manual","edges":[null]}""", "edges[0]")]
    [InlineData("""{"source":"manual","edges":[{"source":"x","target":"y"},{"source":{},"target":"y"}]}""", "edges[1].source")]
    [InlineData("""{"source":"manual","edges":[{"source":"x","target":"y","attributes":{"timeout_ms":"5"}}]}""", "edges[0].attributes.timeout_ms")]
    [InlineData("""{"source":"manual","edges":[{"source":"x","target":"y","attributes":{"timeout_ms":1.5}}]}""", "edges[0].attributes.timeout_ms")]
    [InlineData("""{"source":"manual","edges":[{"source":"x","target":"y","attributes":{"timeout_ms":9999999999}}]}""", "edges[0].attributes.timeout_ms")]
    [InlineData("""{"source":"manual","edges":[{"source":"x","target":"y","attributes":{"timeout_ms":NaN}}]}""", "edges[0].attributes.timeout_ms")]
    [InlineData("""{"source":"manual","edges":[{"source":"x","target":"y","attributes":{"timeout_ms":1e999}}]}""", "edges[0].attributes.timeout_ms")]
    [InlineData("""{"source":"manual","edges":[{"source":"x","target":"y","attributes":{"timeout_ms":-1}}]}""", "edges[0].attributes.timeout_ms")]
    [InlineData("""{"source":"manual","edges":[{"source":"x","target":"y","attributes":{"retry_config":3}}]}""", "edges[0].attributes.retry_config")]
    public async Task A_wrong_type_is_named_by_its_path(string body, string field) => await ShouldRefuseAsync(body, field);

    [Theory]
    [InlineData("""{"source":"Manual","nodes":[{"service_id":"x"}]}""", "source")]
    [InlineData("""{"source":"0","nodes":[{"service_id":"x"}]}""", "source")]
    [InlineData("""{"source":"manual","timestamp":"yesterday","nodes":[{"service_id":"x"}]}""", "timestamp")]
    [InlineData("""{"source":"manual","timestamp":"2126-01-01T00:00:00Z","nodes":[{"service_id":"x"}]}""", "timestamp")]
    [InlineData("""{"source":"manual","timestamp":"0001-01-01T00:00:00+14:00","nodes":[{"service_id":"x"}]}""", "timestamp")]
    [InlineData("""{"source":"manual","nodes":[{}]}""", "nodes[0].service_id")]
    [InlineData("""{"source":"manual","nodes":[{"service_id":""}]}""", "nodes[0].service_id")]
    [InlineData("""{"source":"manual","nodes":[{"service_id":" x"}]}""", "nodes[0].service_id")]
    [InlineData("""{"source":"manual","nodes":[{"service_id":"alice@example.com"}]}""", "nodes[0].service_id")]
    [InlineData("""{"source":"manual","edges":[{"source":"x","target":"10.1.2.3"}]}""", "edges[0].target")]
    [InlineData("""{"source":"manual","nodes":[{"service_id":"x"},{"service_id":"x"}]}""", "nodes[1].service_id")]
    [InlineData("""{"source":"manual","nodes":[{"service_id":"x","metadata":{"criticality":"urgent"}}]}""", "nodes[0].metadata.criticality")]
    [InlineData("""{"source":"manual","nodes":[{"service_id":"x","metadata":{"tier":-1}}]}""", "nodes[0].metadata.tier")]
    [InlineData("""{"source":"manual","nodes":[{"service_id":"x","metadata":{"team":""}}]}""", "nodes[0].metadata.team")]
    [InlineData("""{"source":"manual","nodes":[{"service_id":"x","metadata":{"n":1e999}}]}""", "nodes[0].metadata")]
    [InlineData("""{"source":"manual","nodes":[{"service_id":"x","metadata":{"n":1e-99999}}]}""", "nodes[0].metadata")]
    [InlineData("""{"source":"manual","edges":[{"source":"x"}]}""", "edges[0].target")]
    [InlineData("""{"source":"manual","edges":[{"source":"x","target":"x"}]}""", "edges[0].target")]
    [InlineData("""{"source":"manual","edges":[{"source":"x","target":"y"},{"source":"x","target":"y"}]}""", "edges[1]")]
    [InlineData("""{"source":"manual","edges":[{"source":"x","target":"y","attributes":{"communication_mode":"SYNC"}}]}""", "edges[0].attributes.communication_mode")]
    [InlineData("""{"source":"manual","edges":[{"source":"x","target":"y","attributes":{"criticality":""}}]}""", "edges[0].attributes.criticality")]
    public async Task A_broken_rule_names_the_field(string body, string field) => await ShouldRefuseAsync(body, field);

    [Theory]
    [InlineData("""{"source":"manual","nodes":[{"service_id":"a\u0000b"}]}""", "nodes[0].service_id")]
    [InlineData("""{"source":"manual","nodes":[{"service_id":"a\u0001b"}]}""", "nodes[0].service_id")]
    [InlineData("""{"source":"manual","nodes":[{"service_id":"a\u202eb"}]}""", "nodes[0].service_id")]
    [InlineData("""{"source":"manual","nodes":[{"service_id":"\ud800"}]}""", "nodes[0].service_id")]
    [InlineData("""{"source":"\ud800","nodes":[{"service_id":"x"}]}""", "source")]
    [InlineData("""{"source":"manual","nodes":[{"service_id":"x","metadata":{"v":"a\u0000b"}}]}""", "nodes[0].metadata")]
    [InlineData("""{"source":"manual","nodes":[{"service_id":"x","metadata":{"v":["\udc00"]}}]}""", "nodes[0].metadata")]
    [InlineData("""{"source":"manual","nodes":[{"service_id":"x","metadata":{"\ud800":1}}]}""", "nodes[0].metadata")]
    [InlineData("""{"source":"manual","nodes":[{"service_id":"x","metadata":{"\u0000":1}}]}""", "nodes[0].metadata")]
    [InlineData("""{"source":"manual","nodes":[{"service_id":"x","metadata":{"team":"a\u0007"}}]}""", "nodes[0].metadata.team")]
    [InlineData("""{"source":"manual","edges":[{"source":"x","target":"\ud800y"}]}""", "edges[0].target")]
    [InlineData("""{"source":"manual","edges":[{"source":"x","target":"y","attributes":{"protocol":"\ud800"}}]}""", "edges[0].attributes.protocol")]
    [InlineData("""{"source":"manual","edges":[{"source":"x","target":"y","attributes":{"retry_config":{"a":"\ud800"}}}]}""", "edges[0].attributes.retry_config")]
    [InlineData("""{"\ud800":1,"source":"manual","nodes":[{"service_id":""}]}""", null)]
    public async Task A_character_that_cannot_be_stored_is_refused(string body, string? field) => await ShouldRefuseAsync(body, field);

    [Theory]
    [InlineData("""{"source":"manual","nodes":[{"service_id":"a?b"}]}""", "nodes[0].service_id")]
    [InlineData("""{"source":"?","nodes":[{"service_id":"x"}]}""", "source")]
    [InlineData("""{"source":"manual","nodes":[{"service_id":"x","metadata":{"v":"a?b"}}]}""", "nodes[0].metadata")]
    [InlineData("""{"source":"manual","nodes":[{"service_id":"x","metadata":{"a?b":1}}]}""", "nodes[0].metadata")]
    [InlineData("""{"source":"manual","edges":[{"source":"x","target":"y","attributes":{"retry_config":{"v":"?"}}}]}""", "edges[0].attributes.retry_config")]
    [InlineData("""{"?":1,"source":"manual","nodes":[{"service_id":""}]}""", null)]
    public async Task A_byte_that_is_no_utf8_is_refused(string body, string? field)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(body);
        bytes.AsSpan().Replace((byte)'?', (byte)0xFF);
        await ShouldRefuseAsync(new ByteArrayContent(bytes), field);
    }

    [Fact]
    public async Task An_id_of_256_characters_is_refused() =>
        await ShouldRefuseAsync($$"""{"source":"manual","nodes":[{"service_id":"{{new string('x', 256)}}"}]}""", "nodes[0].service_id");

    [Theory]
    [InlineData(9, "nodes[0].metadata")]
    [InlineData(65, "nodes[0].metadata")]
    [InlineData(5_000, "nodes[0].metadata")]
    public async Task Nesting_too_deep_is_refused(int levels, string field) => await ShouldRefuseAsync(
        $$$"""{"source":"manual","nodes":[{"service_id":"x","metadata":{"deep":{{{new string('[', levels)}}}{{{new string(']', levels)}}}}}]}""", field);

    [Fact]
    public async Task A_hundred_thousand_and_one_edges_are_refused() => await ShouldRefuseAsync(
        $$"""{"source":"manual","edges":[{{string.Join(',', Enumerable.Range(0, 100_001).Select(i => $$"""{"source":"s","target":"t{{i}}"}"""))}}]}""", "edges");

    [Fact]
    public async Task Of_a_thousand_faults_only_the_first_are_listed()
    {
        string nodes = string.Join(',', Enumerable.Repeat("""{"service_id":""}""", 1_000));
        var problem = (await app.Api.IngestAsync($$"""{"source":"manual","nodes":[{{nodes}}]}""")).ShouldBeProblem(HttpStatusCode.BadRequest);
        problem.GetProperty("errors").GetArrayLength().ShouldBeInRange(1, 20);
    }

    private Task ShouldRefuseAsync(string body, string? field) => ShouldRefuseAsync(new StringContent(body, Encoding.UTF8, "application/json"), field);

    private async Task ShouldRefuseAsync(HttpContent body, string? field)
    {
        string before = await app.StateAsync();
        var answer = await app.Api.IngestAsync(body);
        var problem = answer.ShouldBeProblem(HttpStatusCode.BadRequest, field);
        problem.GetProperty("instance").GetString().ShouldBe(Api.Graph);
        (await app.StateAsync()).ShouldBe(before);
    }
}
