using System.Net;
using EndToEnd.Tests.App;

namespace EndToEnd.Tests.Graph;

[Collection(PlainAppTests.Name)]
public sealed class IngestionReceiptTests(PlainApp app)
{
    [Fact]
    public async Task What_became_of_a_submission_can_be_asked_for_later()
    {
        await app.Api.IngestAsync("""{"source":"service_mesh","edges":[{"source":"job-a","target":"job-b","attributes":{"criticality":"soft","timeout_ms":100}}]}""");
        var receipt = await app.Api.IngestAsync("""{"source":"manual","edges":[{"source":"job-a","target":"job-b","attributes":{"criticality":"hard"}}]}""");
        var answered = receipt.ShouldBe(HttpStatusCode.Accepted);
        answered.GetProperty("conflicts").ToString().ShouldBe(
            """[{"source":"job-a","target":"job-b","attribute":"criticality","effective":{"discovery_source":"manual","value":"hard"},"overruled":{"discovery_source":"service_mesh","value":"soft"}}]""");

        var later = await app.Api.GetAsync($"/api/v1/ingestions/{answered.GetProperty("ingestion_id").GetGuid()}");

        later.ShouldBe(HttpStatusCode.OK);
        later.Text.ShouldBe(receipt.Text);
    }

    [Fact]
    public async Task Alternatives_come_back_with_their_group()
    {
        (await app.Api.IngestAsync(
            """
            {"source":"manual","edges":[
              {"source":"pay","target":"card-one","attributes":{"redundancy_group":"cards"}},
              {"source":"pay","target":"card-two","attributes":{"redundancy_group":"cards"}}]}
            """)).ShouldBe(HttpStatusCode.Accepted);

        var graph = (await app.Api.GetAsync(Api.Dependencies("pay"))).ShouldBe(HttpStatusCode.OK);

        graph.GetProperty("edges").EnumerateArray().Select(e => e.GetProperty("attributes").GetProperty("redundancy_group").GetString()).ShouldBe(["cards", "cards"]);
    }

    [Theory]
    [InlineData("11111111-1111-1111-1111-111111111111", HttpStatusCode.NotFound, null)]
    [InlineData("x", HttpStatusCode.BadRequest, "ingestion_id")]
    [InlineData("11111111111111111111111111111111", HttpStatusCode.BadRequest, "ingestion_id")]
    public async Task A_submission_that_nobody_made_is_told_from_no_id_at_all(string id, HttpStatusCode status, string? field) =>
        (await app.Api.GetAsync($"/api/v1/ingestions/{id}")).ShouldBeProblem(status, field);
}
