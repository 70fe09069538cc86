using SloFunctions.Application.ErrorBudgets;
using SloFunctions.Application.Failures;
using SloFunctions.Application.Telemetry;
using SloFunctions.Application.Validation;
using SloFunctions.Domain.ErrorBudgets;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Reports;
using SloFunctions.Domain.Results;
using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Application.Tests.ErrorBudgets;

/// <summary>Objectives with their counts in memory, and a metric store that answers, is away or never comes back.</summary>
internal sealed class KnownBudgets : IBudgetCounts, IBudgetHours, IBudgetPolicies, IRegisteredServices, IServiceTelemetry
{
    public static readonly DateTimeOffset Through = new(2026, 5, 29, 12, 0, 0, TimeSpan.Zero);

    private readonly List<CountedObjective> objectives = [];

    public HashSet<string> Registered { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, PolicyThresholds> Policies { get; } = new(StringComparer.Ordinal);

    public int Reads { get; private set; }

    public DateTimeOffset? Until { get; set; } = Through;

    /// <summary>What the metric store says of any time; it is away when null.</summary>
    public SliCounts? Live { get; set; }

    public bool NeverAnswers { get; set; }

    /// <summary>A million requests in the window, of which a thousand may fail; of a thousand in the last hours some fail.</summary>
    public KnownBudgets With(string service, long bad, long lately = 0, double? thresholdMs = null, string? team = "shop")
    {
        Registered.Add(service);
        var window = new ObjectiveCounts(672, 672, 0, new SliCounts(1_000_000 - bad, 1_000_000));
        var recent = new ObjectiveCounts(1, 1, 0, new SliCounts(1000 - lately, 1000));
        return With(service, new BudgetCounts(window, recent, recent, recent, recent), thresholdMs, team);
    }

    public KnownBudgets With(string service, BudgetCounts counts, double? thresholdMs = null, string? team = "shop")
    {
        Registered.Add(service);
        var objective = new BudgetObjective(ServiceId.Of(service), team, ServiceCriticality.High, Guid.Empty, 3, Through.AddDays(-10), 0.999, thresholdMs);
        objectives.Add(new CountedObjective(objective, counts));
        return this;
    }

    public Task<CountedObjectives> ReadAsync(BudgetScope scope, CancellationToken cancellation)
    {
        Reads++;
        return Task.FromResult(new CountedObjectives(Until, [.. objectives.Where(o => scope.Services!.Contains(o.Objective.Service))]));
    }

    public Task<IReadOnlyList<SliCounts?[]>> ReadAsync(ServiceId service, IReadOnlyList<double?> thresholdsMs, TimeWindow window, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<SliCounts?[]>>([.. thresholdsMs.Select(_ => Enumerable.Repeat((SliCounts?)new SliCounts(1487, 1488), window.Hours).ToArray())]);

    public Task<IReadOnlyDictionary<string, PolicyThresholds>> ReadAllAsync(CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyDictionary<string, PolicyThresholds>>(Policies);

    public Task<TeamPolicy> ReadAsync(string team, CancellationToken cancellation) => Task.FromResult(
        Policies.TryGetValue(team, out var own) ? new TeamPolicy(team, own, 1, Through) : TeamPolicy.Default(team));

    public Task<Result<TeamPolicy>> ReplaceAsync(
        string team, PolicyThresholds thresholds, Precondition precondition, string actor, DateTimeOffset now, CancellationToken cancellation)
    {
        Policies[team] = thresholds;
        return Task.FromResult<Result<TeamPolicy>>(new TeamPolicy(team, thresholds, 1, now));
    }

    public Task<IReadOnlySet<ServiceId>> FindAsync(IReadOnlyCollection<ServiceId> services, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlySet<ServiceId>>(services.Where(s => Registered.Contains(s.Value)).ToHashSet());

    public async Task<Reading<SliCounts>> ReadAvailabilityAsync(ServiceId service, TimeSpan window, CancellationToken cancellation)
    {
        if (NeverAnswers) await Task.Delay(Timeout.Infinite, cancellation);
        return Live ?? throw new DependencyUnavailableException("prometheus", TimeSpan.FromSeconds(1), new IOException("away"));
    }

    public Task<Reading<IReadOnlyList<LatencyPercentile>>> ReadLatencyAsync(
        ServiceId service, IReadOnlyList<double> percentiles, TimeSpan window, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<Reading<double>> ReadBurnRateAsync(ServiceId service, double target, TimeSpan window, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<Reading<InfrastructureUse>> ReadInfrastructureAsync(ServiceId service, TimeSpan window, CancellationToken cancellation) => throw new NotSupportedException();
}
