using System.Net;
using EndToEnd.Tests.App;

namespace EndToEnd.Tests.MainJob;

[Collection(MeasuredAppTests.Name)]
public sealed class IngestionTests(MeasuredApp app)
{
    [TelemetryFact]
    public void A_graph_is_acknowledged_with_a_receipt()
    {
        var receipt = app.Receipt.ShouldBe(HttpStatusCode.Accepted);

        receipt.Names().ShouldBe([
            "ingestion_id", "status", "source", "observed_at", "received_at", "nodes_received", "edges_received", "estimated_completion_seconds",
            "services_created", "dependencies_created", "dependencies_refreshed", "graph_changed", "graph_snapshot_id",
            "conflicts_total", "conflicts", "new_cycles_total", "new_cycles", "divergences", "divergent_dependencies", "failure",
        ]);
        receipt.GetProperty("ingestion_id").GetGuid().ShouldNotBe(Guid.Empty);
        receipt.GetProperty("status").GetString().ShouldBe("completed");
        receipt.GetProperty("nodes_received").GetInt32().ShouldBe(app.Truth.Services.Count);
        receipt.GetProperty("edges_received").GetInt32().ShouldBeGreaterThan(app.Truth.Services.Count);
    }

    [TelemetryFact]
    public void Readiness_tells_how_far_the_telemetry_reaches()
    {
        var ready = app.Readiness.ShouldBe(HttpStatusCode.OK);

        ready.Names().ShouldBe(["status", "dependencies", "telemetry_through"]);
        ready.GetProperty("status").GetString().ShouldBe("ready");
        var through = ready.GetProperty("telemetry_through").GetDateTimeOffset();
        through.ShouldBe(new DateTimeOffset(through.Year, through.Month, through.Day, through.Hour, 0, 0, TimeSpan.Zero));
    }
}
