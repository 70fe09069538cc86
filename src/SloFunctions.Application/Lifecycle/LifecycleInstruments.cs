using System.Diagnostics.Metrics;
using SloFunctions.Application.Observability;
using SloFunctions.Application.Telemetry;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Lifecycle;
using SloFunctions.Domain.Vocabulary;

namespace SloFunctions.Application.Lifecycle;

/// <summary>What is measured of decisions. Safe for use by several threads.</summary>
public sealed class LifecycleInstruments : IDisposable
{
    /// <summary>Decisions about SLOs, by service and action.</summary>
    public const string Decided = "slo_engine_recommendations_accepted_total";

    private readonly Meter meter;
    private readonly Counter<long> decided;
    private readonly ServiceLabels services = new();

    /// <summary>Creates the instruments.</summary>
    public LifecycleInstruments()
    {
        meter = new Meter(new MeterOptions(TelemetryInstruments.MeterName) { Scope = this });
        decided = meter.CreateCounter<long>(Decided, description: "Decisions about SLOs.");
    }

    /// <summary>Notes a decision that took effect.</summary>
    public void RecordDecision(ServiceId service, AuditAction action) =>
        decided.Add(1, new("service_id", services.Of(service.Value)), new("action", Term<AuditAction>.Name(action)));

    /// <inheritdoc/>
    public void Dispose() => meter.Dispose();
}
