namespace Microsoft.Azure.Functions.Worker;

/// <summary>The remembered state of a schedule. Times are UTC.</summary>
public class ScheduleStatus
{
    /// <summary>The last run, or the default when there was none.</summary>
    public DateTime Last { get; set; }

    /// <summary>The next run, as seen when this was written.</summary>
    public DateTime Next { get; set; }

    /// <summary>When this was written.</summary>
    public DateTime LastUpdated { get; set; }
}
