using System.Runtime.CompilerServices;
using SloFunctions.Application.Reliability;
using SloFunctions.Application.Telemetry;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Testing.Ports;

/// <summary>Hourly counts in memory, with the promises of <see cref="ISliStore"/>, <see cref="IFleetCounts"/> and <see cref="IFleetHistories"/>.</summary>
public sealed class InMemorySliStore : ISliStore, IFleetCounts, IFleetHistories
{
    private readonly Dictionary<ServiceId, DateTimeOffset?> filledSince = [];
    private readonly SortedDictionary<(string Service, DateTimeOffset Hour), HourlySli> hours = [];
    private readonly HashSet<(string Service, DateTimeOffset Hour)> checkedGaps = [];
    private readonly Dictionary<ServiceId, DateTimeOffset> runs = [];
    private DateTimeOffset? through;

    /// <summary>How many calls succeed before one fails; null for all.</summary>
    public int? CallsUntilFailure { get; set; }

    /// <summary>What a failing call throws.</summary>
    public Exception Failure { get; set; } = new InvalidOperationException("The store was told to fail.");

    /// <summary>Every stored hour, by service and time.</summary>
    public IReadOnlyList<(string Service, HourlySli Sli)> Stored => [.. hours.Select(h => (h.Key.Service, h.Value))];

    /// <summary>The end of the last stored hour.</summary>
    public DateTimeOffset? Through => through;

    /// <summary>Makes services known.</summary>
    public InMemorySliStore Register(params IReadOnlyList<string> services)
    {
        foreach (string service in services) filledSince.TryAdd(ServiceId.Of(service), null);
        return this;
    }

    /// <summary>From when on the history of a service is stored; null while it is not.</summary>
    public DateTimeOffset? FilledSince(string service) => filledSince[ServiceId.Of(service)];

    /// <summary>Takes a stored hour away.</summary>
    public void Forget(string service, DateTimeOffset hour) => hours.Remove((service, hour));

    /// <inheritdoc/>
    public Task<AggregationState> ReadStateAsync(CancellationToken cancellation)
    {
        CountCall();
        return Task.FromResult(new AggregationState(through, [.. filledSince.Where(s => s.Value is null).Select(s => s.Key)]));
    }

    /// <inheritdoc/>
    public Task<int> StoreAsync(IReadOnlyList<ServiceHour> hours, CancellationToken cancellation)
    {
        CountCall();
        var known = hours.Where(h => filledSince.ContainsKey(h.Service)).ToArray();
        foreach (var hour in known) this.hours[(hour.Service.Value, hour.Sli.Hour)] = hour.Sli;
        return Task.FromResult(known.Length);
    }

    /// <inheritdoc/>
    public Task AdvanceAsync(DateTimeOffset through, CancellationToken cancellation)
    {
        CountCall();
        if (this.through is not { } reached || reached < through) this.through = through;
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<int> PlanHistoriesAsync(DateTimeOffset run, CancellationToken cancellation)
    {
        CountCall();
        if (!runs.ContainsValue(run))
        {
            foreach (var service in filledSince.Where(s => s.Value is null).Select(s => s.Key)) runs[service] = run;
        }

        return Task.FromResult(runs.Values.Count(r => r == run));
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<ServiceId>> ReadPlannedAsync(DateTimeOffset run, CancellationToken cancellation)
    {
        CountCall();
        return Task.FromResult<IReadOnlyList<ServiceId>>([.. runs.Where(r => r.Value == run).Select(r => r.Key)]);
    }

    /// <inheritdoc/>
    public Task MarkFilledAsync(DateTimeOffset run, DateTimeOffset since, CancellationToken cancellation)
    {
        CountCall();
        foreach (var service in runs.Where(r => r.Value == run).Select(r => r.Key)) filledSince[service] ??= since;
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<HourGap>> FindGapsAsync(TimeWindow window, int most, CancellationToken cancellation)
    {
        CountCall();
        var missing =
            from service in filledSince.Keys
            let measured = Within(service, window).Select(h => h.Hour).ToHashSet()
            where measured.Count > 0
            from hour in Enumerable.Range(0, window.Hours).Select(i => window.Start.AddHours(i))
            where hour > measured.Min() && hour < measured.Max() && !measured.Contains(hour) && !checkedGaps.Contains((service.Value, hour))
            group service by hour into gap
            orderby gap.Key
            select new HourGap(gap.Key, [.. gap]);
        return Task.FromResult<IReadOnlyList<HourGap>>([.. missing.Take(most)]);
    }

    /// <inheritdoc/>
    public Task MarkCheckedAsync(IReadOnlyList<HourGap> gaps, CancellationToken cancellation)
    {
        CountCall();
        checkedGaps.UnionWith(gaps.SelectMany(g => g.Services.Select(s => (s.Value, g.Hour))));
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<SliHistory> ReadHistoryAsync(ServiceId service, TimeWindow window, CancellationToken cancellation)
    {
        CountCall();
        return Task.FromResult(new SliHistory(window, Within(service, window)));
    }

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<ServiceId, SliCounts>> ReadCountsAsync(
        IReadOnlyCollection<ServiceId> services, TimeWindow window, CancellationToken cancellation)
    {
        CountCall();
        return Task.FromResult<IReadOnlyDictionary<ServiceId, SliCounts>>(services
            .Select(s => (Service: s, Counts: Within(s, window).Aggregate(default(SliCounts), (sum, h) => sum + h.Counts)))
            .Where(s => s.Counts.Total > 0)
            .ToDictionary(s => s.Service, s => s.Counts));
    }

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<ServiceId, SliCounts>> ReadAllCountsAsync(TimeWindow window, CancellationToken cancellation) =>
        ReadCountsAsync([.. hours.Keys.Select(h => ServiceId.Of(h.Service)).Distinct()], window, cancellation);

    /// <inheritdoc/>
    public async IAsyncEnumerable<(ServiceId Service, SliCounts?[] Hours)> ReadAsync(
        TimeWindow window, [EnumeratorCancellation] CancellationToken cancellation)
    {
        CountCall();
        foreach (var service in hours.Keys.Select(h => ServiceId.Of(h.Service)).Distinct())
        {
            cancellation.ThrowIfCancellationRequested();
            var slots = new SliCounts?[window.Hours];
            foreach (var hour in Within(service, window).Where(h => h.IsMeasured)) slots[window.IndexOf(hour.Hour)] = hour.Counts;
            if (slots.Any(s => s is not null)) yield return (service, slots);
        }

        await Task.CompletedTask;
    }

    private IEnumerable<HourlySli> Within(ServiceId service, TimeWindow window) =>
        hours.Where(h => h.Key.Service == service.Value && h.Key.Hour >= window.Start && h.Key.Hour < window.End).Select(h => h.Value);

    private void CountCall()
    {
        if (CallsUntilFailure is 0) throw Failure;
        CallsUntilFailure--;
    }
}
