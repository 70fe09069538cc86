using System.Text.Json;
using SloFunctions.Application.Tests.Golden;

namespace SloFunctions.Application.Tests.Impact;

public sealed class AnalyseImpactTests
{
    private const string Payment = """{"service_id":"payment","proposed_change":{"sli_type":"availability","proposed_target":99.5}}""";

    [Fact]
    public async Task An_impact_is_published_as_documented() =>
        (await (await Platform.OpenAsync()).ImpactAsync(Payment)).ShouldMatchGolden("impact-analysis.json");

    [Fact]
    public async Task A_target_above_what_dependencies_allow_is_warned_of() =>
        (await (await Platform.OpenAsync()).ImpactAsync(
            """{"service_id":"gateway","proposed_change":{"sli_type":"availability","current_target":99.5,"proposed_target":99.99}}"""))
        .ShouldMatchGolden("impact-analysis-unachievable.json");

    [Fact]
    public async Task A_change_of_latency_lists_who_waits_without_inventing_figures() =>
        (await (await Platform.OpenAsync()).ImpactAsync(
            """{"service_id":"payment","proposed_change":{"sli_type":"latency","current_target":300,"proposed_target":500}}"""))
        .ShouldMatchGolden("impact-analysis-latency.json");

    [Fact]
    public async Task A_cycle_on_the_way_is_named()
    {
        var answer = await JsonAsync("""{"service_id":"bank","proposed_change":{"sli_type":"availability","proposed_target":99.9}}""");

        Service(answer, "left").GetProperty("cycle_note").GetString().ShouldBe("Circular dependency, counted as one service: left, right.");
        Service(answer, "gateway").GetProperty("cycle_note").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task The_current_target_is_that_of_the_request_else_of_the_SLO_else_what_is_achieved()
    {
        (await SourceAsync("payment", """ "current_target":99.7, """)).ShouldBe((99.7, "request"));
        (await SourceAsync("payment", "")).ShouldBe((99.9, "active_slo"));
        (await SourceAsync("bank", "")).ShouldBe((99.95, "achieved"));

        async Task<(double, string?)> SourceAsync(string service, string current)
        {
            string question = $$$"""{"service_id":"{{{service}}}","proposed_change":{ {{{current}}} "sli_type":"availability","proposed_target":99.5}}""";
            var change = (await JsonAsync(question)).GetProperty("proposed_change");
            return (change.GetProperty("current_target").GetDouble(), change.GetProperty("current_target_source").GetString());
        }
    }

    [Fact]
    public async Task The_smallest_change_shows()
    {
        var answer = await JsonAsync(
            """{"service_id":"bank","proposed_change":{"sli_type":"availability","current_target":99.95,"proposed_target":99.9499999999}}""");

        Service(answer, "gateway").GetProperty("delta").GetDouble().ShouldBeInRange(-1.1e-10, -0.9e-10);
    }

    [Fact]
    public async Task A_better_service_says_so()
    {
        var answer = await JsonAsync("""{"service_id":"bank","proposed_change":{"sli_type":"availability","proposed_target":99.99}}""");

        answer.GetProperty("summary").GetProperty("recommendation").GetString()!.ShouldStartWith("Raising bank to 99.99% ");
    }

    [Theory]
    [InlineData("null", "body")]
    [InlineData("{}", "service_id, proposed_change")]
    [InlineData("""{"service_id":"payment","proposed_change":{}}""", "proposed_change.sli_type, proposed_change.proposed_target")]
    [InlineData("""{"service_id":"payment","proposed_change":{"sli_type":"availability","proposed_target":0}}""", "proposed_change.proposed_target")]
    [InlineData("""{"service_id":"payment","proposed_change":{"sli_type":"availability","proposed_target":100}}""", "proposed_change.proposed_target")]
    [InlineData("""{"service_id":"payment","proposed_change":{"sli_type":"availability","proposed_target":1e999}}""", "proposed_change.proposed_target")]
    [InlineData("""{"service_id":"payment","proposed_change":{"sli_type":"availability","current_target":-1,"proposed_target":99}}""", "proposed_change.current_target")]
    [InlineData("""{"service_id":"payment","proposed_change":{"sli_type":"latency","proposed_target":0}}""", "proposed_change.proposed_target")]
    [InlineData("""{"service_id":"payment","proposed_change":{"sli_type":"errors","proposed_target":99}}""", "proposed_change.sli_type")]
    [InlineData("""{"service_id":"lonely","proposed_change":{"sli_type":"availability","proposed_target":99}}""", "proposed_change.current_target")]
    [InlineData("""{"service_id":"nobody","proposed_change":{"sli_type":"availability","proposed_target":99}}""", "service-not-found")]
    public async Task A_wrong_question_is_told_by_its_field(string body, string expected) =>
        (await (await Platform.OpenAsync()).ImpactAsync(body)).ShouldBe(expected);

    private static async Task<JsonElement> JsonAsync(string body) =>
        JsonSerializer.Deserialize<JsonElement>(await (await Platform.OpenAsync()).ImpactAsync(body));

    private static JsonElement Service(JsonElement answer, string service) => answer.GetProperty("impacted_services").EnumerateArray()
        .Single(s => s.GetProperty("service_id").GetString() == service);
}
