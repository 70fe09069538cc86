using System.Net;
using System.Text.Json;
using EndToEnd.Tests.App;

namespace EndToEnd.Tests.Faults;

[Collection(FaultTests.Name)]
public sealed class PrometheusDownTests(FaultyApp app)
{
    private static readonly string Known = Api.Recommendations(FaultyApp.Measured);

    [TelemetryFact(OnOwnHost = true)]
    public async Task Recommendations_are_served_marked_stale_until_the_metric_store_is_back()
    {
        var answer = await app.Api.GetAsync(Known);
        var fresh = answer.ShouldBe(HttpStatusCode.OK);
        IsStale(fresh).ShouldBeFalse();

        await app.Running.Prometheus.StopAsync();
        try
        {
            var degraded = (await app.WhenAsync("degraded")).ShouldBe(HttpStatusCode.OK);
            Dependency(degraded, "prometheus").GetProperty("status").GetString().ShouldBe("down");
            Dependency(degraded, "prometheus").GetProperty("detail").GetString().ShouldNotBeNullOrWhiteSpace();
            Dependency(degraded, "postgresql").GetProperty("status").GetString().ShouldBe("up");

            foreach (string query in new[] { "", "?force_regenerate=true", "?sli_type=availability" })
            {
                var stale = (await app.Api.GetUnlessAsync(Known + query, answer.Headers["ETag"])).ShouldBe(HttpStatusCode.OK);
                IsStale(stale).ShouldBeTrue(query);
                Id(stale).ShouldBe(Id(fresh), query);
            }

            // Never asked for before: computed from what is stored.
            var computed = (await app.Api.GetAsync(Known + "?lookback_days=8")).ShouldBe(HttpStatusCode.OK);
            IsStale(computed).ShouldBeTrue();
            computed.GetProperty("recommendations").GetArrayLength().ShouldBe(2);
            (await app.Api.GetAsync(Api.Recommendations("nobody-knows-it"))).ShouldBeProblem(HttpStatusCode.NotFound);
            (await app.Api.GetAsync("/api/v1/services")).ShouldBe(HttpStatusCode.OK);
        }
        finally
        {
            await app.Running.Prometheus.RestartAsync();
        }

        await app.WhenAsync("ready");
        var again = (await app.Api.GetAsync(Known)).ShouldBe(HttpStatusCode.OK);
        IsStale(again).ShouldBeFalse();
        Id(again).ShouldBe(Id(fresh));
        Id((await app.Api.GetAsync(Known + "?force_regenerate=true")).ShouldBe(HttpStatusCode.OK)).ShouldNotBe(Id(fresh));
    }

    private static bool IsStale(JsonElement set) => set.GetProperty("stale").GetBoolean();

    private static Guid Id(JsonElement set) => set.GetProperty("recommendation_id").GetGuid();

    private static JsonElement Dependency(JsonElement readiness, string name) =>
        readiness.GetProperty("dependencies").EnumerateArray().Single(d => d.GetProperty("name").GetString() == name);
}
