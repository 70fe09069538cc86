using Microsoft.Extensions.Logging.Abstractions;
using SloFunctions.Application.AutoApproval;
using SloFunctions.Application.Identifiers;
using SloFunctions.Application.Lifecycle;
using SloFunctions.Application.Recommendations;
using SloFunctions.Application.Reliability;
using SloFunctions.Testing;
using SloFunctions.Testing.Lifecycle;
using SloFunctions.Testing.Ports;

namespace SloFunctions.Application.Tests.Recommendations;

/// <summary>The use cases that compute recommendations, on stores in memory.</summary>
internal sealed class Engine(
    InMemorySliStore telemetry, InMemoryGraphStore graphs, InMemoryActiveSlos slos, InMemoryRecommendationStore store, IIdSource ids, FakeClock clock)
{
    public InMemoryServiceProfiles Profiles { get; } = new(telemetry);

    public InMemoryFleetPriors Priors { get; } = new();

    public InMemoryFleetEvidence Evidence { get; } = new();

    public FixedJourneyLatency Journeys { get; } = new();

    public GenerateRecommendations Generator() => new(
        telemetry,
        Profiles,
        new ReadServiceAvailabilities(
            new InMemoryLandscapeVersions(graphs, telemetry, slos, Priors), graphs, telemetry, slos, Priors, new RecommendationPolicy(), clock),
        new KeepFleetEvidence(Evidence, ids, clock),
        new ReadJourneyLatency(Journeys, new RecommendationPolicy(), clock),
        store,
        new RecommendationPolicy(),
        new RecommendationJournal(new RecommendationInstruments(), NullLogger<RecommendationJournal>.Instance),
        new ApproveAutomatically(
            new FixedRules(),
            new FixedStanding(null),
            new AcceptRecommendation(new InMemorySloStore(default, null), new LifecycleInstruments(), ids, clock),
            clock,
            NullLogger<ApproveAutomatically>.Instance),
        ids,
        clock);

    public ReplayRecommendation Replay() => new(store, Evidence, graphs);
}
