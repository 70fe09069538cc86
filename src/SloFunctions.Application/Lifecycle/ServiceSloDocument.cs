namespace SloFunctions.Application.Lifecycle;

/// <summary>A service with its SLO, as the API publishes it.</summary>
/// <param name="ServiceId">The service.</param>
/// <param name="Team">Who runs it; null when nobody is registered.</param>
/// <param name="Slo">The SLO in force; null without one.</param>
public sealed record ServiceSloDocument(string ServiceId, string? Team, ActiveSloDocument? Slo);
