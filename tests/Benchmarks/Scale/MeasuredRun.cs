namespace SloFunctions.Benchmarks.Scale;

/// <summary>A bulk run as it was measured.</summary>
/// <param name="Fleet">Services that there are.</param>
/// <param name="Services">Services that were computed.</param>
/// <param name="Slots">Activities at once.</param>
/// <param name="Seconds">From the request to the end.</param>
/// <param name="AppMs">Time of one core that the app took.</param>
/// <param name="Work">What the database did.</param>
public sealed record MeasuredRun(int Fleet, int Services, int Slots, double Seconds, double AppMs, DatabaseWork Work);
