namespace SloFunctions.Domain.Alerts;

/// <summary>How soon somebody must look.</summary>
public enum AlertSeverity
{
    /// <summary>Now, whatever the hour.</summary>
    Page,

    /// <summary>Within some working days.</summary>
    Ticket,
}
