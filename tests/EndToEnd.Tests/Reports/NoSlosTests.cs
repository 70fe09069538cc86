using System.Net;
using System.Text.Json;
using EndToEnd.Tests.App;
using EndToEnd.Tests.Faults;

namespace EndToEnd.Tests.Reports;

/// <summary>Asked of an app in which nobody has an SLO.</summary>
[Collection(FaultTests.Name)]
public sealed class NoSlosTests(FaultyApp app)
{
    [OwnHostFact]
    public async Task Breach_rates_of_no_SLOs_are_zeros_and_nulls()
    {
        var report = (await app.Api.GetAsync($"{Api.BreachRate}?months=12")).ShouldBe(HttpStatusCode.OK);

        foreach (string type in new[] { "availability", "latency" })
        {
            var section = report.GetProperty(type);
            section.GetProperty("months").GetArrayLength().ShouldBe(12);
            section.GetProperty("total").GetProperty("judged").GetInt32().ShouldBe(0);
            section.GetProperty("total").GetProperty("realised_breach_rate").ValueKind.ShouldBe(JsonValueKind.Null);
            section.GetProperty("by_team").GetProperty("total").GetInt32().ShouldBe(0);
        }

        report.GetProperty("breached").GetProperty("total").GetInt32().ShouldBe(0);
    }

    [OwnHostFact]
    public async Task A_shadow_of_no_SLOs_is_zeros_and_nulls()
    {
        var report = (await app.Api.GetAsync(Api.Shadow)).ShouldBe(HttpStatusCode.OK);

        var totals = report.GetProperty("totals");
        totals.GetProperty("slos").GetInt32().ShouldBe(0);
        foreach (string figure in new[] { "agreement_rate", "median_difference" }) totals.GetProperty(figure).ValueKind.ShouldBe(JsonValueKind.Null);
        totals.GetProperty("trials").GetProperty("manual").GetProperty("breach_rate").ValueKind.ShouldBe(JsonValueKind.Null);
        report.GetProperty("services").GetArrayLength().ShouldBe(0);
        report.GetProperty("next_cursor").ValueKind.ShouldBe(JsonValueKind.Null);
    }
}
