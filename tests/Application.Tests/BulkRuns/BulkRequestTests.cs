using SloFunctions.Application.BulkRuns;
using SloFunctions.Domain.Recommendations;

namespace SloFunctions.Application.Tests.BulkRuns;

public sealed class BulkRequestTests
{
    [Fact]
    public void What_is_left_out_has_its_default() =>
        BulkRequest.Parse(new BulkRunBody("all", null, null, null, null, null)).ShouldSucceed().ShouldBe(BulkRequest.Everything);

    [Fact]
    public void Everything_can_be_said()
    {
        var request = BulkRequest.Parse(new BulkRunBody("services", null, ["b", "a", "b"], 90, "historical_percentile", false)).ShouldSucceed();

        request.Services!.Select(s => s.Value).ShouldBe(["b", "a", "b"]);
        (request.LookbackDays, request.Method, request.Force).ShouldBe((90, RecommendationMethod.HistoricalPercentile, false));
        BulkRequest.Parse(new BulkRunBody("team", "payments", null, null, null, null)).ShouldSucceed().Team.ShouldBe("payments");
    }

    [Fact]
    public void Nothing_is_no_request() => BulkRequest.Parse(null).ShouldFail().Fields().ShouldBe("body");

    [Theory]
    [InlineData(null, null, null, null, null, "scope")]
    [InlineData("Everything", "payments", "a", null, null, "scope")]
    [InlineData("team", null, null, null, null, "team")]
    [InlineData("team", "", null, null, null, "team")]
    [InlineData("all", "payments", null, null, null, "team")]
    [InlineData("all", null, "a", null, null, "service_ids")]
    [InlineData("team", "payments", "a", null, null, "service_ids")]
    [InlineData("services", null, null, null, null, "service_ids")]
    [InlineData("services", "payments", "a", null, null, "team")]
    [InlineData("services", null, "", null, null, "service_ids[0]")]
    [InlineData("all", null, null, 6, null, "lookback_days")]
    [InlineData("all", null, null, 366, null, "lookback_days")]
    [InlineData("all", null, null, null, "guess", "method")]
    public void A_field_that_breaks_a_rule_is_named(string? scope, string? team, string? service, int? days, string? method, string field) =>
        BulkRequest.Parse(new BulkRunBody(scope, team, service is null ? null : [service], days, method, null)).ShouldFail().Fields().ShouldBe(field);

    [Fact]
    public void So_many_services_are_too_many()
    {
        string[] most = [.. Enumerable.Range(0, BulkRunLimits.NamedServices).Select(i => $"s{i}")];

        BulkRequest.Parse(new BulkRunBody("services", null, most, null, null, null)).ShouldSucceed().Services!.Count.ShouldBe(100_000);
        BulkRequest.Parse(new BulkRunBody("services", null, [.. most, "one-more"], null, null, null)).ShouldFail().Fields().ShouldBe("service_ids");
        BulkRequest.Parse(new BulkRunBody("services", null, [], null, null, null)).ShouldFail().Fields().ShouldBe("service_ids");
    }

    [Fact]
    public void Of_many_wrong_services_the_first_twenty_are_named() =>
        BulkRequest.Parse(new BulkRunBody("services", null, [.. Enumerable.Repeat<string?>(null, 50_000)], null, null, null)).ShouldFail()
            .Fields.Select(f => f.Field).ShouldBe(Enumerable.Range(0, 20).Select(i => $"service_ids[{i}]"));
}
