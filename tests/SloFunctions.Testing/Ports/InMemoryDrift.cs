using SloFunctions.Application.Audit;
using SloFunctions.Application.Drift;
using SloFunctions.Domain.Drift;
using SloFunctions.Domain.Graph;

namespace SloFunctions.Testing.Ports;

/// <summary>All that drift detection keeps; several instances may share one.</summary>
public sealed class InMemoryDrift : IDriftStore, IBaselineStore, IReevaluationBacklog
{
    private readonly Lock gate = new();
    private readonly Dictionary<ServiceId, (bool IsCritical, double? Target)> services = [];
    private readonly Dictionary<ServiceId, DateTimeOffset> evaluated = [];
    private readonly Dictionary<ServiceId, DateTimeOffset> tried = [];
    private readonly Dictionary<ServiceId, (QueuedReevaluation Entry, DateTimeOffset Due)> queue = [];

    /// <summary>What is usual, by service and signal.</summary>
    public Dictionary<(ServiceId Service, DriftSignal Signal), StoredBaseline> Baselines { get; } = [];

    /// <summary>What was last found.</summary>
    public Dictionary<(ServiceId Service, DriftSignal Signal), SeriesState> States { get; } = [];

    /// <summary>What the audit log was told, in order.</summary>
    public List<AuditEntry> Audit { get; } = [];

    /// <summary>Called before a drift takes effect; what it throws keeps it from doing so.</summary>
    public Action<ConfirmedDrift>? BeforeConfirming { get; set; }

    /// <summary>Called before the services of a part are listed; what it throws is thrown.</summary>
    public Action<DriftPartition>? BeforeListing { get; set; }

    /// <summary>How many services wait for new recommendations.</summary>
    public int Queued => queue.Count;

    /// <summary>Registers services.</summary>
    public InMemoryDrift Register(bool isCritical, params string[] ids)
    {
        foreach (string id in ids) services[ServiceId.Of(id)] = (isCritical, null);
        return this;
    }

    /// <inheritdoc/>
    public Task<(int Critical, int Others)> CountDueAsync(DateTimeOffset before, CancellationToken cancellation) => Task.FromResult(
        (services.Values.Count(s => s.IsCritical), services.Count(s => !s.Value.IsCritical && (!evaluated.TryGetValue(s.Key, out var at) || at <= before))));

    Task<IReadOnlyList<DriftSubject>> IDriftStore.ListDueAsync(DriftPartition partition, DateTimeOffset before, CancellationToken cancellation)
    {
        BeforeListing?.Invoke(partition);
        var due = services.Where(s => s.Value.IsCritical == partition.IsCritical)
            .Where(s => s.Value.IsCritical || !evaluated.TryGetValue(s.Key, out var at) || at <= before || at == partition.Sweep)
            .Where(s => s.Key.Value.Sum(letter => letter) % partition.Of == partition.Index);
        return Task.FromResult<IReadOnlyList<DriftSubject>>([.. due.Select(s => new DriftSubject(s.Key, s.Value.Target))]);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<StoredBaseline>> ReadBaselinesAsync(IReadOnlyCollection<ServiceId> services, CancellationToken cancellation)
    {
        lock (gate) return Task.FromResult<IReadOnlyList<StoredBaseline>>([.. Baselines.Values.Where(b => services.Contains(b.Service))]);
    }

    /// <inheritdoc/>
    public Task SaveAsync(IReadOnlyList<SeriesState> states, DateTimeOffset evaluatedAt, CancellationToken cancellation)
    {
        lock (gate)
        {
            foreach (var state in states) (States[(state.Service, state.Signal)], evaluated[state.Service]) = (state, evaluatedAt);
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<bool> ConfirmAsync(ConfirmedDrift drift, DateTimeOffset evaluatedAt, CancellationToken cancellation)
    {
        BeforeConfirming?.Invoke(drift);
        lock (gate)
        {
            var key = (drift.State.Service, drift.State.Signal);
            if (Baselines[key].Version != drift.JudgedBy.Version) return Task.FromResult(false);
            Baselines[key] = new StoredBaseline(key.Service, drift.NewBaseline, drift.JudgedBy.Version + 1);
            (States[key], evaluated[key.Service]) = (drift.State, evaluatedAt);
            queue[key.Service] = (new QueuedReevaluation(key.Service, evaluatedAt, 0), evaluatedAt);
            Audit.Add(drift.Entry);
            return Task.FromResult(true);
        }
    }

    Task<IReadOnlyList<BaselineRequest>> IBaselineStore.ListDueAsync(
        DateTimeOffset learntBefore, DateTimeOffset driftBefore, DateTimeOffset triedBefore, int most, CancellationToken cancellation)
    {
        var due = services.Keys.Where(s => !tried.TryGetValue(s, out var at) || at <= triedBefore)
            .SelectMany(s => Enum.GetValues<DriftSignal>().Select(signal => (Service: s, Signal: signal, Present: Baselines.GetValueOrDefault((s, signal)))))
            .Where(r => r.Present is null || r.Present.Baseline.Shift?.Since <= driftBefore || (r.Present.Baseline.Shift is null && r.Present.Baseline.To <= learntBefore))
            .Select(r => new BaselineRequest(r.Service, r.Signal, r.Present?.Version ?? 0, r.Present?.Baseline.Shift?.Since))
            .GroupBy(r => r.Service).Take(most).SelectMany(r => r);
        return Task.FromResult<IReadOnlyList<BaselineRequest>>([.. due]);
    }

    /// <inheritdoc/>
    public Task<int> SaveAsync(
        IReadOnlyList<BaselineRequest> tried, IReadOnlyList<StoredBaseline> learnt, DateTimeOffset now, CancellationToken cancellation)
    {
        foreach (var request in tried) this.tried[request.Service] = now;
        foreach (var baseline in learnt) Baselines[(baseline.Service, baseline.Baseline.Signal)] = baseline;
        return Task.FromResult(learnt.Count);
    }

    /// <inheritdoc/>
    public Task<QueuedReevaluation?> ClaimAsync(DateTimeOffset now, DateTimeOffset leasedUntil, CancellationToken cancellation)
    {
        var due = queue.Values.FirstOrDefault(q => q.Due <= now);
        if (due.Entry is null) return Task.FromResult<QueuedReevaluation?>(null);
        var claimed = due.Entry with { Attempt = due.Entry.Attempt + 1 };
        queue[claimed.Service] = (claimed, leasedUntil);
        return Task.FromResult<QueuedReevaluation?>(claimed);
    }

    /// <inheritdoc/>
    public Task RemoveAsync(QueuedReevaluation entry, CancellationToken cancellation)
    {
        queue.Remove(entry.Service);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task PostponeAsync(QueuedReevaluation entry, DateTimeOffset next, CancellationToken cancellation)
    {
        queue[entry.Service] = (entry, next);
        return Task.CompletedTask;
    }
}
