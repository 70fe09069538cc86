using SloFunctions.Application.Publishing;
using SloFunctions.Application.Recommendations.Documents;
using SloFunctions.Application.Reliability;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Reliability;
using SloFunctions.Domain.Vocabulary;

namespace SloFunctions.Application.Recommendations;

/// <summary>Publishes what services of other providers cost.</summary>
internal static class ExternalDependencyRendering
{
    private const double HighRisk = 0.30;
    private const int ShareDecimals = 6;

    /// <summary>All of them, largest consumption first.</summary>
    public static IReadOnlyList<ExternalDependencyDocument> Render(
        DownstreamLandscape downstream, IReadOnlyList<Contribution> contributions, IReadOnlySet<int> critical, ErrorBudgetTarget? budget)
    {
        var importance = contributions.ToDictionary(c => c.Service, c => c.Importance);
        return
        [
            .. downstream.Members
                .Where(m => m != downstream.Place && downstream.Landscape.Graph.Services[m].Type == ServiceType.External)
                .Select(m => Of(downstream.Landscape, m, critical.Contains(m) ? null : importance.GetValueOrDefault(m), budget))
                .OrderByDescending(e => e.ErrorBudgetConsumption ?? -1)
                .ThenBy(e => e.ServiceId, StringComparer.Ordinal),
        ];
    }

    // What other providers are seen or promise to deliver holds what they need themselves.
    private static ExternalDependencyDocument Of(ServiceLandscape landscape, int place, double? importance, ErrorBudgetTarget? budget)
    {
        var service = landscape.Availabilities.Services[place];
        double? consumption = service.Achieved is { } achieved ? budget?.Consumption((1 - achieved) * (importance ?? 1)) : null;
        return new ExternalDependencyDocument(
            landscape.NameOf(place),
            Percent.Of(service.Achieved),
            Term<AvailabilityBasis>.Name(service.Basis),
            HasAlternative: importance is not null,
            consumption is { } share ? Math.Round(share, ShareDecimals) : null,
            consumption > HighRisk);
    }
}
