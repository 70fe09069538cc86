using System.Net.Http.Headers;
using System.Text.Json;

namespace EndToEnd.Tests.Contract;

public sealed class AnswerCheckTests
{
    private const string Document = """
        {"paths":{"/x":{"get":{"operationId":"X","responses":{
          "200":{"description":"","headers":{"ETag":{"required":true,"schema":{"type":"string"}},"X-Left":{"schema":{"type":"integer"}}},
                 "content":{"application/json":{"schema":{"type":"object","required":["a"],"properties":{"a":{"type":"integer"}},"additionalProperties":false}}}},
          "204":{"description":""}}}}}}
        """;

    private static readonly ApiContract Contract = new(JsonSerializer.Deserialize<JsonElement>(Document));

    [Theory]
    [InlineData(200, "application/json", """{"a":1}""", "", null)]
    [InlineData(200, "application/json", """{"a":1}""", "X-Left: 3", null)]
    [InlineData(204, null, "", "", null)]
    [InlineData(200, "application/json", """{"a":"x"}""", "", "integer expected")]
    [InlineData(200, "application/json", """{"a":1,"b":2}""", "", "'b' is not described")]
    [InlineData(200, "application/json", "{", "", "no JSON")]
    [InlineData(200, "text/html", """{"a":1}""", "", "comes as text/html")]
    [InlineData(200, "application/json", """{"a":1}""", "X-Left: many", "X-Left")]
    [InlineData(200, "application/json", """{"a":1}""", "X-Other: 1", "X-Other is not documented")]
    [InlineData(204, null, "x", "", "has a body")]
    [InlineData(404, "application/json", "{}", "", "404 is not documented")]
    [InlineData(500, null, "", "", "500")]
    public void An_answer_that_is_not_as_documented_is_noticed(int status, string? type, string body, string header, string? complaint)
    {
        var complaints = Complaints(status, type, body, (status == 200 ? "ETag: \"x\"\n" : "") + header, mustFail: false);

        if (complaint is null) complaints.ShouldBeEmpty();
        else complaints.ShouldContain(c => c.Contains(complaint));
    }

    [Fact]
    public void A_missing_header_and_a_success_that_should_be_none_are_noticed()
    {
        Complaints(200, "application/json", """{"a":1}""", "", mustFail: false).ShouldHaveSingleItem().ShouldContain("ETag is missing");
        Complaints(200, "application/json", """{"a":1}""", "ETag: x", mustFail: true).ShouldHaveSingleItem().ShouldContain("breaks the document");
    }

    private static string[] Complaints(int status, string? type, string body, string headers, bool mustFail)
    {
        using var response = new HttpResponseMessage();
        foreach (string header in headers.Split('\n', StringSplitOptions.RemoveEmptyEntries)) response.Headers.TryAddWithoutValidation(header.Split(": ")[0], header.Split(": ")[1]);
        var request = new GeneratedRequest(Contract.Operations[0], "/x", mustFail);
        return [.. new AnswerCheck(new SchemaCheck(Contract.Resolve)).Complaints(request, status, [response.Headers], type, body)];
    }
}
