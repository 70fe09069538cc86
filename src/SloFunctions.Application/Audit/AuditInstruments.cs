using System.Diagnostics.Metrics;
using SloFunctions.Application.Telemetry;

namespace SloFunctions.Application.Audit;

/// <summary>What is measured of the audit logs. Safe for use by several threads.</summary>
public sealed class AuditInstruments : IDisposable
{
    /// <summary>Chains that were found not to be as they were written, by log; one that stays so counts each time it is looked at.</summary>
    public const string BrokenChains = "slo_engine_audit_chains_broken_total";

    private readonly Meter meter;
    private readonly Counter<long> brokenChains;

    /// <summary>Creates the instruments.</summary>
    public AuditInstruments()
    {
        // The scope tells this meter from others of the name in the same process.
        meter = new Meter(new MeterOptions(TelemetryInstruments.MeterName) { Scope = this });
        brokenChains = meter.CreateCounter<long>(BrokenChains, "{chain}", "Chains of audit logs that were found not to be as they were written.");
    }

    /// <summary>Notes how many chains of a log are not as they were written. None counts too, so that the first one is seen as a step.</summary>
    public void CountBroken(string log, int chains) => brokenChains.Add(chains, new KeyValuePair<string, object?>("log", log));

    /// <inheritdoc/>
    public void Dispose() => meter.Dispose();
}
