using System.Net;
using System.Text;
using EndToEnd.Tests.App;

namespace EndToEnd.Tests.BadInput;

[Collection(PlainAppTests.Name)]
public sealed class QuestionTests(PlainApp app)
{
    [Theory]
    [InlineData(Api.Impact)]
    [InlineData(Api.WhatIf)]
    [InlineData(Api.Feasibility)]
    public async Task What_is_not_a_json_object_is_refused(string path)
    {
        foreach (string body in (string[])["", "null", "[]", "42", "{", "\"x\"", "{\"service_id\":\"x\"} trailing", new string('[', 5_000)])
            await ShouldRefuseAsync(path, body, "body");
    }

    [Theory]
    [InlineData("""{}""", "service_id")]
    [InlineData("""{"service_id":7}""", "service_id")]
    [InlineData("""{"service_id":"\ud800"}""", "service_id")]
    [InlineData("""{"service_id":"a\u0000b","proposed_change":{}}""", "service_id")]
    [InlineData("""{"service_id":"x","service_id":"y"}""", "service_id")]
    [InlineData("""{"service_id":"x"}""", "proposed_change")]
    [InlineData("""{"service_id":"x","proposed_change":[]}""", "proposed_change")]
    [InlineData("""{"service_id":"x","proposed_change":{"sli_type":"availability"}}""", "proposed_change.proposed_target")]
    [InlineData("""{"service_id":"x","proposed_change":{"sli_type":1,"proposed_target":99}}""", "proposed_change.sli_type")]
    [InlineData("""{"service_id":"x","proposed_change":{"sli_type":"Availability","proposed_target":99}}""", "proposed_change.sli_type")]
    [InlineData("""{"service_id":"x","proposed_change":{"sli_type":"availability","proposed_target":"NaN"}}""", "proposed_change.proposed_target")]
    [InlineData("""{"service_id":"x","proposed_change":{"sli_type":"availability","proposed_target":NaN}}""", "proposed_change.proposed_target")]
    [InlineData("""{"service_id":"x","proposed_change":{"sli_type":"availability","proposed_target":"99"}}""", "proposed_change.proposed_target")]
    [InlineData("""{"service_id":"x","proposed_change":{"sli_type":"availability","proposed_target":-0.0}}""", "proposed_change.proposed_target")]
    [InlineData("""{"service_id":"x","proposed_change":{"sli_type":"availability","proposed_target":100.0}}""", "proposed_change.proposed_target")]
    [InlineData("""{"service_id":"x","proposed_change":{"sli_type":"availability","proposed_target":1e999}}""", "proposed_change.proposed_target")]
    [InlineData("""{"service_id":"x","proposed_change":{"sli_type":"availability","current_target":0,"proposed_target":99}}""", "proposed_change.current_target")]
    public Task A_wrong_question_for_an_impact_is_told_by_its_field(string body, string field) => ShouldRefuseAsync(Api.Impact, body, field);

    [Theory]
    [InlineData("""{"changes":{}}""", "changes")]
    [InlineData("""{"changes":[]}""", "changes")]
    [InlineData("""{"changes":["improve"]}""", "changes[0]")]
    [InlineData("""{"changes":[{"type":"improve","service_id":"x","availability":"99"}]}""", "changes[0].availability")]
    [InlineData("""{"changes":[{"type":"improve","service_id":"no such service","delta_nines":1}]}""", "changes[0].service_id")]
    [InlineData("""{"changes":[{"type":"make_redundant","source":"x","members":"y"}]}""", "changes[0].members")]
    [InlineData("""{"changes":[{"type":"make_redundant","source":"x","members":[{}]}]}""", "changes[0].members[0]")]
    [InlineData("""{"changes":[{"type":"add_service","service_id":"q-new","availability":99},{"type":"add_dependency","source":"q-new","target":"q-new"}]}""", "changes[1].target")]
    [InlineData("""{"changes":[{"type":"add_service","service_id":"q-new","availability":99},{"type":"make_redundant","source":"q-new","members":["q-new","q-none"]}]}""", "changes[1].members[1]")]
    [InlineData("""{"changes":[{"type":"add_service","service_id":"q-new","availability":99}],"services":["q-none"]}""", "services[0]")]
    public Task A_wrong_what_if_question_is_told_by_its_field(string body, string field) => ShouldRefuseAsync(Api.WhatIf, body, field);

    [Theory]
    [InlineData("""{"service_id":"x"}""", "desired_target")]
    [InlineData("""{"service_id":"x","desired_target":"NaN"}""", "desired_target")]
    [InlineData("""{"service_id":"x","desired_target":100}""", "desired_target")]
    [InlineData("""{"service_id":"x","desired_target":99,"weights":[]}""", "weights")]
    [InlineData("""{"service_id":"x","desired_target":99,"fixed":{}}""", "fixed")]
    [InlineData("""{"service_id":"x","desired_target":99,"include_self":"no"}""", "include_self")]
    public Task A_wrong_question_for_a_plan_is_told_by_its_field(string body, string field) => ShouldRefuseAsync(Api.Feasibility, body, field);

    [Theory]
    [InlineData(Api.Impact, """{"service_id":"no such service","proposed_change":{"sli_type":"availability","proposed_target":99}}""")]
    [InlineData(Api.Impact, """{"service_id":"no such service","proposed_change":{"sli_type":"latency","proposed_target":99}}""")]
    [InlineData(Api.Feasibility, """{"service_id":"no such service","desired_target":99}""")]
    public async Task A_service_that_nobody_knows_is_not_found(string path, string body) =>
        (await app.Api.PostAsync(path, body)).ShouldBeProblem(HttpStatusCode.NotFound);

    [Theory]
    [InlineData(Api.Impact)]
    [InlineData(Api.WhatIf)]
    [InlineData(Api.Feasibility)]
    public async Task A_byte_that_is_no_utf8_is_refused(string path)
    {
        byte[] bytes = Encoding.UTF8.GetBytes("""{"service_id":"a?b","changes":[{"type":"?"}]}""");
        bytes.AsSpan().Replace((byte)'?', (byte)0xFF);
        var answer = await app.Api.SendAsync(new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(bytes) });
        answer.ShouldBeProblem(HttpStatusCode.BadRequest);
    }

    private async Task ShouldRefuseAsync(string path, string body, string field)
    {
        var problem = (await app.Api.PostAsync(path, body)).ShouldBeProblem(HttpStatusCode.BadRequest, field);
        problem.GetProperty("instance").GetString().ShouldBe(path);
    }
}
