using SloFunctions.Application.Identifiers;
using SloFunctions.Application.Impact.Documents;
using SloFunctions.Application.Publishing;
using SloFunctions.Application.Recommendations.Documents;
using SloFunctions.Application.Reliability;
using SloFunctions.Domain.Impact;
using SloFunctions.Domain.Recommendations;
using SloFunctions.Domain.Results;
using SloFunctions.Domain.Vocabulary;

namespace SloFunctions.Application.Impact;

/// <summary>Tells what a change of a service's target does to the services above it. Nothing is stored.</summary>
public sealed class AnalyseImpact(ReadServiceAvailabilities availabilities, IIdSource ids)
{
    private const string LatencyNote =
        "Latencies of services do not add up or multiply the way availabilities do: which upstream latencies change, and by how much, "
        + "cannot be told from this graph. The services that wait for the changed one are listed without figures.";

    /// <summary>Analyses a change, or says what is wrong with the question.</summary>
    /// <exception cref="Failures.DependencyUnavailableException">The database does not answer.</exception>
    public async Task<Result<ImpactDocument>> HandleAsync(ImpactBody? body, CancellationToken cancellation)
    {
        if (!ImpactQuery.Parse(body).TryGet(out var query, out var error)) return error;
        var landscape = await availabilities.HandleAsync(cancellation);
        if (landscape.Graph.PlaceOf(query.Service) is not { } place) return Error.ServiceNotFound(query.Service.Value);
        return query.SliType == SliType.Latency ? Latency(query, landscape, place) : Availability(query, landscape, place, cancellation);
    }

    private Result<ImpactDocument> Availability(ImpactQuery query, ServiceLandscape landscape, int place, CancellationToken cancellation)
    {
        var (current, source) = Current(query, landscape, place);
        if (current is not { } before)
            return Error.Invalid("proposed_change.current_target", "A target is required, because the service has neither an active SLO nor telemetry.");

        var impacted = new ImpactAnalysis(landscape.Availabilities, landscape.Requirements).Of(place, before, query.Proposed, cancellation);
        ImpactedServiceDocument[] services = [.. impacted.Select(i => ImpactRendering.Service(landscape, i))];
        var change = new ProposedChangeDocument(Term<SliType>.Name(query.SliType), Percent.Precise(before), Percent.Precise(query.Proposed), source);
        return Document(
            query,
            landscape,
            place,
            change,
            services,
            AchievabilityRendering.Warnings(landscape, place, query.Proposed),
            null,
            ImpactRendering.Summary(query, before, services));
    }

    private ImpactDocument Latency(ImpactQuery query, ServiceLandscape landscape, int place)
    {
        ImpactedServiceDocument[] services =
        [
            .. landscape.Requirements.Upstream([place]).Where(u => u != place).Order()
                .Select(u => ImpactRendering.Unknown(landscape, u, landscape.Requirements.Needs(u, place))),
        ];
        var change = new ProposedChangeDocument(
            Term<SliType>.Name(query.SliType), query.Current, query.Proposed, query.Current is null ? null : "request");
        var summary = new ImpactSummaryDocument(services.Length, 0, 0, "The effect on upstream latency cannot be told; ask the owners of the services listed.");
        return Document(query, landscape, place, change, services, [], LatencyNote, summary);
    }

    private ImpactDocument Document(
        ImpactQuery query,
        ServiceLandscape landscape,
        int place,
        ProposedChangeDocument change,
        IReadOnlyList<ImpactedServiceDocument> services,
        IReadOnlyList<WarningDocument> warnings,
        string? note,
        ImpactSummaryDocument summary) => new(
            ids.Next(),
            query.Service.Value,
            change,
            new WindowDocument(landscape.Window.Start, landscape.Window.End),
            services,
            RiskOnly(landscape, place),
            warnings,
            note,
            summary);

    private static RiskOnlyDocument[] RiskOnly(ServiceLandscape landscape, int place)
    {
        var hard = landscape.Requirements.Upstream([place]);
        return
        [
            .. landscape.Requirements.Connected([place]).Except(hard).Order()
                .Select(s => new RiskOnlyDocument(landscape.NameOf(s), ImpactRendering.Relationship(landscape.Requirements.Calls(s, place)))),
        ];
    }

    private static (double? Target, string? Source) Current(ImpactQuery query, ServiceLandscape landscape, int place)
    {
        if (query.Current is { } given) return (given, "request");
        if (landscape.Targets[place] is { } target) return (target, "active_slo");
        return landscape.Availabilities.Services[place].Achieved is { } achieved ? (achieved, "achieved") : (null, null);
    }
}
