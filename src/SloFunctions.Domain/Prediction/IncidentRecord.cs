namespace SloFunctions.Domain.Prediction;

/// <summary>What the history of a service says of its failures: all that its prediction rests on.</summary>
/// <param name="ExposureDays">The time in which something was measured, in days; 0 or more.</param>
/// <param name="ExpectedRequests">The requests expected in an SLO window at the measured rate, above 0.</param>
/// <param name="Incidents">The incidents, oldest first.</param>
/// <param name="IncidentsInFirstHalf">How many of them began in the first half of the measured time.</param>
/// <param name="Background">The failures outside of them.</param>
public sealed record IncidentRecord(
    double ExposureDays, double ExpectedRequests, IReadOnlyList<Incident> Incidents, int IncidentsInFirstHalf, BackgroundErrors Background)
{
    /// <summary>The record of a service of which nothing was measured.</summary>
    /// <param name="expectedRequests">The requests to assume for an SLO window, above 0.</param>
    public static IncidentRecord Unmeasured(double expectedRequests) => new(0, expectedRequests, [], 0, new BackgroundErrors(0, 0, 1, null, 0));
}
