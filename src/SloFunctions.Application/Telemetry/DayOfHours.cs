namespace SloFunctions.Application.Telemetry;

/// <summary>Hours that are read at once.</summary>
/// <param name="From">Their start, a whole hour.</param>
/// <param name="To">Their end, a whole hour, at most a day later.</param>
/// <param name="HistoriesOf">The run for whose new services they are read; null when they are read for all.</param>
public sealed record DayOfHours(DateTimeOffset From, DateTimeOffset To, DateTimeOffset? HistoriesOf);
