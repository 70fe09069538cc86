using SloFunctions.Application.Impact.Documents;
using SloFunctions.Application.Publishing;
using SloFunctions.Application.Reliability;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Impact;
using SloFunctions.Domain.Reliability;
using SloFunctions.Domain.Vocabulary;

namespace SloFunctions.Application.Impact;

/// <summary>Publishes answers to what-if questions.</summary>
internal static class WhatIfRendering
{
    public static WhatIfServiceDocument Service(ServiceLandscape landscape, ServiceGraph changed, WhatIfService service)
    {
        double? target = service.Service < landscape.Targets.Count ? landscape.Targets[service.Service] : null;
        var risk = SloRisk.Of(target, service.Current?.Availability ?? 1, service.Projected.Availability);
        return new WhatIfServiceDocument(
            changed.Services[service.Service].Id.Value,
            Percent.Precise(service.Current?.Availability),
            Percent.Precise(service.Projected.Availability),
            service.Delta is { } delta ? Percent.Difference(delta) : null,
            Term<SolutionMethod>.Name(service.Projected.Method),
            ImpactRendering.Interval(service.Projected),
            Percent.Of(risk?.Target),
            risk?.IsAtRisk,
            risk?.WasAtRisk,
            RiskText.Detail(risk, service.Projected),
            Named(changed, service.SinglePointsGained),
            Named(changed, service.SinglePointsLost));
    }

    public static WhatIfSummaryDocument Summary(IReadOnlyList<WhatIfServiceDocument> services) => new(
        services.Count(s => s.Delta > 0),
        services.Count(s => s.Delta < 0),
        services.Count(s => s.SloAtRisk == true),
        services.Count(s => s is { SloAtRisk: true, AlreadyAtRisk: true }),
        services.Count(s => s is { SloAtRisk: false, AlreadyAtRisk: true }));

    private static NamedServicesDocument Named(ServiceGraph graph, IReadOnlyList<int> services) => new(
        services.Count,
        [.. services.Select(s => graph.Services[s].Id.Value).Order(StringComparer.Ordinal).Take(ImpactLimits.ReportedNames)]);
}
