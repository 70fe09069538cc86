using System.Net;
using System.Text.Json;
using EndToEnd.Tests.App;

namespace EndToEnd.Tests.Graph;

[Collection(PlainAppTests.Name)]
public sealed class UnusualIdTests(PlainApp app)
{
    [Theory]
    [InlineData("payments/checkout")]
    [InlineData("a space inside")]
    [InlineData("quotes \" and ' and `")]
    [InlineData("per%cent and %41")]
    [InlineData("Grüße-日本語-🚀")]
    [InlineData("?query=1&x#fragment")]
    [InlineData("back\\slash; DROP TABLE services; --")]
    [InlineData("{{template}} ${jndi} <b>")]
    [InlineData("...")]
    public async Task An_unusual_id_is_stored_and_found_again(string id)
    {
        string body = JsonSerializer.Serialize(new { source = "manual", nodes = new[] { new { service_id = id, metadata = new { team = id } } } });
        (await app.Api.IngestAsync(body)).ShouldBe(HttpStatusCode.Accepted);

        var subgraph = (await app.Api.GetAsync(Api.Dependencies(id))).ShouldBe(HttpStatusCode.OK);
        subgraph.GetProperty("service_id").GetString().ShouldBe(id);
        subgraph.GetProperty("nodes")[0].GetProperty("team").GetString().ShouldBe(id);
        (await app.Api.GetAsync(Api.Recommendations(id))).ShouldBe(HttpStatusCode.OK).GetProperty("service_id").GetString().ShouldBe(id);
        (await GraphWalk.ServicesAsync(app.Api, 37)).ShouldContain(s => s.GetProperty("service_id").GetString() == id);
    }

    [Fact]
    public async Task Two_hundred_and_fifty_five_characters_are_not_too_many()
    {
        string id = new('x', 255);
        (await app.Api.IngestAsync($$"""{"source":"manual","nodes":[{"service_id":"{{id}}"}]}""")).ShouldBe(HttpStatusCode.Accepted);
        (await app.Api.GetAsync(Api.Dependencies(id))).ShouldBe(HttpStatusCode.OK);
    }
}
