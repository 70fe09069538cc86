using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Lifecycle;

namespace SloFunctions.Application.Lifecycle;

/// <summary>A registered service with its SLO.</summary>
/// <param name="Service">The service.</param>
/// <param name="Team">Who runs it; null when nobody is registered.</param>
/// <param name="Slo">The SLO in force; null without one.</param>
public sealed record ServiceSlo(ServiceId Service, string? Team, ActiveSlo? Slo);
