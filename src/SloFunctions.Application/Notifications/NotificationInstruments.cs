using System.Diagnostics.Metrics;
using SloFunctions.Application.Telemetry;
using SloFunctions.Domain.Notifications;
using SloFunctions.Domain.Vocabulary;

namespace SloFunctions.Application.Notifications;

/// <summary>What is measured of notifications. Safe for use by several threads.</summary>
public sealed class NotificationInstruments : IDisposable
{
    /// <summary>Attempts to deliver a notification, by format and outcome.</summary>
    public const string Notifications = "slo_engine_notifications_total";

    private readonly Meter meter;
    private readonly Counter<long> notifications;

    /// <summary>Creates the instruments.</summary>
    public NotificationInstruments()
    {
        // The scope tells this meter from others of the name in the same process.
        meter = new Meter(new MeterOptions(TelemetryInstruments.MeterName) { Scope = this });
        notifications = meter.CreateCounter<long>(Notifications, "{notification}", "Attempts to deliver a notification.");
    }

    /// <summary>Notes an attempt.</summary>
    public void Count(NotificationFormat format, NotificationOutcome outcome) => notifications.Add(
        1, new("format", Term<NotificationFormat>.Name(format)), new KeyValuePair<string, object?>("outcome", Term<NotificationOutcome>.Name(outcome)));

    /// <inheritdoc/>
    public void Dispose() => meter.Dispose();
}
