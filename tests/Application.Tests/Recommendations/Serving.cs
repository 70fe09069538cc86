using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using SloFunctions.Application.Publishing;
using SloFunctions.Application.Recommendations;
using SloFunctions.Domain.Results;
using SloFunctions.Testing;
using SloFunctions.Testing.Ports;

namespace SloFunctions.Application.Tests.Recommendations;

/// <summary>All that stands between a request and the stores, as one instance of the app holds it.</summary>
internal sealed class Serving
{
    private readonly GetRecommendations useCase;

    public Serving(
        GenerateRecommendations generator,
        InMemoryRecommendationStore store,
        InMemoryGenerationLock turns,
        SwitchedTelemetryHealth health,
        RecommendationPolicy policy,
        FakeClock clock)
    {
        Version = new InMemoryCacheVersion(store);
        Cache = new RecommendationCache(store, new VersionWatch(Version, policy, clock), policy);
        Generations = new SharedGenerations(generator, Cache, turns, policy, clock);
        useCase = new GetRecommendations(Cache, Generations, health, new RecommendationInstruments(), clock, NullLogger<GetRecommendations>.Instance);
    }

    public InMemoryCacheVersion Version { get; }

    public RecommendationCache Cache { get; }

    public SharedGenerations Generations { get; }

    /// <summary>The text of the answer, or the code of the error in its place.</summary>
    public async Task<string> GetAsync(
        string service = "checkout", string? sliType = null, string? days = null, string? force = null, string? desired = null, string? method = null)
    {
        var result = await AskAsync(service, sliType, days, force, desired, method);
        return result.Value is { } answer ? Encoding.UTF8.GetString(answer.Json.Span) : result.Error!.Code;
    }

    public Task<Result<PublishedAnswer>> AskAsync(
        string service = "checkout",
        string? sliType = null,
        string? days = null,
        string? force = null,
        string? desired = null,
        string? method = null,
        CancellationToken cancellation = default) =>
        useCase.HandleAsync(RecommendationQuery.Parse(service, sliType, days, force, desired, method).Value!, cancellation);
}
