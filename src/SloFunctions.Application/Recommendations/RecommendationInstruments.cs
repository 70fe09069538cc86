using System.Diagnostics.Metrics;
using SloFunctions.Application.Observability;
using SloFunctions.Application.Telemetry;

namespace SloFunctions.Application.Recommendations;

/// <summary>What is measured of recommendations. Safe for use by several threads.</summary>
public sealed class RecommendationInstruments : IDisposable
{
    /// <summary>Targets computed, by service, SLI and tier.</summary>
    public const string Generated = "slo_engine_recommendations_generated_total";

    /// <summary>Answers that were marked as stale.</summary>
    public const string Stale = "slo_engine_stale_answers_total";

    private static readonly string[] Tiers = ["conservative", "balanced", "aggressive"];

    private readonly Meter meter;
    private readonly Counter<long> generated;
    private readonly Counter<long> stale;
    private readonly ServiceLabels services = new();

    /// <summary>Creates the instruments.</summary>
    public RecommendationInstruments()
    {
        meter = new Meter(new MeterOptions(TelemetryInstruments.MeterName) { Scope = this });
        generated = meter.CreateCounter<long>(Generated, description: "Recommended targets computed.");
        stale = meter.CreateCounter<long>(Stale, description: "Answers marked as stale.");
    }

    /// <summary>Notes that the three targets of an SLI were computed.</summary>
    public void RecordGenerated(string service, string sliType)
    {
        string label = services.Of(service);
        foreach (string tier in Tiers) generated.Add(1, new("service_id", label), new("sli_type", sliType), new("tier", tier));
    }

    /// <summary>Notes a stale answer.</summary>
    public void RecordStale() => stale.Add(1);

    /// <inheritdoc/>
    public void Dispose() => meter.Dispose();
}
