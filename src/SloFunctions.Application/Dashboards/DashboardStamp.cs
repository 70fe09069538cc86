namespace SloFunctions.Application.Dashboards;

/// <summary>What computed dashboards are of.</summary>
/// <param name="RefreshedAt">When they were computed; another time for each computation.</param>
/// <param name="Through">The end of the last hour of telemetry in them; null without any.</param>
public sealed record DashboardStamp(DateTimeOffset RefreshedAt, DateTimeOffset? Through);
