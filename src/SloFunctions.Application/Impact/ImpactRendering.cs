using SloFunctions.Application.Impact.Documents;
using SloFunctions.Application.Publishing;
using SloFunctions.Application.Reliability;
using SloFunctions.Domain.Impact;
using SloFunctions.Domain.Reliability;
using SloFunctions.Domain.Vocabulary;

namespace SloFunctions.Application.Impact;

/// <summary>Publishes impacts.</summary>
internal static class ImpactRendering
{
    public static ImpactedServiceDocument Service(ServiceLandscape landscape, ImpactedService impacted)
    {
        var risk = SloRisk.Of(landscape.Targets[impacted.Service], impacted.Current.Availability, impacted.Projected.Availability);
        return new ImpactedServiceDocument(
            landscape.NameOf(impacted.Service),
            Relationship(impacted.IsDirect),
            Percent.Precise(impacted.Current.Availability),
            Percent.Precise(impacted.Projected.Availability),
            Percent.Difference(impacted.Delta),
            Percent.Of(risk?.Target),
            risk?.IsAtRisk,
            risk?.WasAtRisk,
            RiskText.Detail(risk, impacted.Projected),
            Term<SolutionMethod>.Name(impacted.Projected.Method),
            Interval(impacted.Projected),
            Basis(landscape, impacted.Service),
            CycleNote(landscape, impacted.Cycles));
    }

    /// <summary>A service of which no figure can be told.</summary>
    public static ImpactedServiceDocument Unknown(ServiceLandscape landscape, int service, bool isDirect) => new(
        landscape.NameOf(service), Relationship(isDirect), null, null, null, null, null, null, null, null, null, Basis(landscape, service), null);

    public static string Relationship(bool isDirect) => isDirect ? "upstream" : "upstream (transitive)";

    public static double[]? Interval(Composite composite) =>
        composite.IsExact ? null : [Percent.Precise(composite.Lower), Percent.Precise(composite.Upper)];

    public static ImpactSummaryDocument Summary(ImpactQuery query, double current, IReadOnlyList<ImpactedServiceDocument> services)
    {
        int atRisk = services.Count(s => s.SloAtRisk == true);
        int already = services.Count(s => s is { SloAtRisk: true, AlreadyAtRisk: true });
        int without = services.Count(s => s.SloAtRisk is null);
        string change = Change(query, current);
        string effect = (atRisk - already, already) switch
        {
            (0, 0) => "puts no upstream SLO at risk",
            (0, _) => $"leaves {Count(already)} at risk of SLO breach, as before",
            (var added, 0) => $"puts {Count(added)} at risk of SLO breach",
            var (added, before) => $"puts {Count(added)} at risk of SLO breach, besides {before} at risk before",
        };
        string rest = without > 0 ? Text.Invariant($" {without} of {services.Count} impacted services have no active SLO to compare with.") : "";
        return new ImpactSummaryDocument(services.Count, atRisk, already, $"{change} {effect}.{rest}");
    }

    private static string Change(ImpactQuery query, double current)
    {
        string verb = query.Proposed.CompareTo(current) switch { < 0 => "Reducing", > 0 => "Raising", _ => "Keeping" };
        return $"{verb} {query.Service} {(query.Proposed == current ? "at" : "to")} {RiskText.Percentage(query.Proposed)}";
    }

    private static string Count(int services) => Text.Invariant($"{services} upstream {(services == 1 ? "service" : "services")}");

    private static string Basis(ServiceLandscape landscape, int service) =>
        Term<AvailabilityBasis>.Name(landscape.Availabilities.Services[service].Basis);

    private static string? CycleNote(ServiceLandscape landscape, IReadOnlyList<IReadOnlyList<int>> cycles)
    {
        if (cycles.Count == 0) return null;
        var named = cycles.Take(ImpactLimits.ReportedCycles).Select(c => RiskText.Names(c.Select(landscape.NameOf)));
        string more = cycles.Count > ImpactLimits.ReportedCycles ? Text.Invariant($"; {cycles.Count - ImpactLimits.ReportedCycles} more on the way") : "";
        return $"Circular dependency, counted as one service: {string.Join("; ", named)}{more}.";
    }
}
