using Microsoft.Extensions.Logging.Abstractions;
using SloFunctions.Application.BulkRuns;
using SloFunctions.Application.Recommendations;
using SloFunctions.Application.Tests.Recommendations;
using SloFunctions.Domain.Graph;

namespace SloFunctions.Application.Tests.BulkRuns;

/// <summary>Bulk runs in memory, over services of a shop, which one run at a time is about.</summary>
internal sealed class ShopRuns : IBulkRuns
{
    private readonly Lock gate = new();
    private readonly Shop shop;
    private RunService[] entries = [];
    private BulkRun? run;

    public ShopRuns(Shop shop)
    {
        this.shop = shop;
        shop.Store.Claim = Claim;
    }

    public BulkRun Run => run! with { Counts = new BulkCounts(entries.Length, Count(RunServiceState.Done), Count(RunServiceState.Unchanged), Count(RunServiceState.Failed)) };

    /// <summary>What was noted of attempts, oldest first.</summary>
    public List<string> Failures { get; } = [];

    /// <summary>How often work was taken.</summary>
    public int Taken { get; private set; }

    public RecommendServices UseCase => new(this, shop.Engine.Generator(), new RecommendationPolicy(), shop.Clock, NullLogger<RecommendServices>.Instance);

    /// <summary>Begins a run over these services.</summary>
    public static async Task<(Shop Shop, ShopRuns Runs)> BeginAsync(params string[] services)
    {
        var opened = await Shop.OpenAsync();
        var runs = new ShopRuns(opened) { entries = [.. services.Select((s, i) => new RunService(i, ServiceId.Of(s), RunServiceState.Pending, 0))] };
        await runs.AddAsync(new NewBulkRun(Guid.NewGuid(), BulkRequest.Everything, "ann", opened.Clock.GetUtcNow()), CancellationToken.None);
        await runs.BeginAsync(runs.Run.Id, opened.Clock.GetUtcNow(), CancellationToken.None);
        return (opened, runs);
    }

    public BulkSlice Slice(int first = 0, int? count = null, int attempt = 1) => new(run!.Id, first, count ?? entries.Length, attempt);

    public Task<BulkAdmission> AddAsync(NewBulkRun wanted, CancellationToken cancellation)
    {
        if (run is { IsActive: true } active) return Task.FromResult(new BulkAdmission(null, active.Id, [], 0));
        var request = wanted.Request;
        run = new BulkRun(
            wanted.Id, request.Scope, request.Team, request.LookbackDays, request.Method, request.Force, BulkRunState.Accepted, wanted.RequestedBy, wanted.RequestedAt, null, null, new BulkCounts(entries.Length, 0, 0, 0));
        return Task.FromResult(new BulkAdmission(Run, null, [], 0));
    }

    public Task<BulkRun?> FindAsync(Guid id, CancellationToken cancellation) => Task.FromResult(run?.Id == id ? Run : null);

    public Task<IReadOnlyList<FailedService>> ListFailedAsync(Guid id, int? after, int count, CancellationToken cancellation) => Task.FromResult<IReadOnlyList<FailedService>>(
        [.. entries.Where(e => e.State == RunServiceState.Failed && e.Ordinal > (after ?? -1)).Take(count).Select(e => new FailedService(e.Ordinal, e.Service, "code", "Message.", e.Attempts))]);

    public Task<IReadOnlyList<Guid>> ListActiveAsync(CancellationToken cancellation) => Task.FromResult<IReadOnlyList<Guid>>(run is { IsActive: true } active ? [active.Id] : []);

    public Task<BulkRun?> BeginAsync(Guid id, DateTimeOffset at, CancellationToken cancellation)
    {
        if (run is { State: BulkRunState.Accepted }) run = run with { State = BulkRunState.Running, StartedAt = at };
        return FindAsync(id, cancellation);
    }

    public Task<SliceWork?> TakeAsync(BulkSlice slice, DateTimeOffset now, CancellationToken cancellation)
    {
        lock (gate)
        {
            Taken++;
            return Task.FromResult<SliceWork?>(new SliceWork(IsGoing, run!.LookbackDays, run.Method, [.. entries.Skip(slice.First).Take(slice.Count)]));
        }
    }

    public Task NoteFailureAsync(RunEntry entry, int attempt, bool isLast, ServiceFailure failure, CancellationToken cancellation)
    {
        lock (gate)
        {
            Failures.Add($"{entries[entry.Ordinal].Service} {attempt} {failure.Code}");
            entries[entry.Ordinal] = entries[entry.Ordinal] with { Attempts = attempt, State = isLast ? RunServiceState.Failed : RunServiceState.Pending };
            return Task.CompletedTask;
        }
    }

    public Task<BulkRun?> CancelAsync(Guid id, string actor, DateTimeOffset at, CancellationToken cancellation)
    {
        if (run is { IsActive: true } && run.Id == id) run = run with { State = BulkRunState.Cancelling };
        return FindAsync(id, cancellation);
    }

    public Task<BulkRun?> CloseAsync(Guid id, bool hasFailed, DateTimeOffset at, CancellationToken cancellation)
    {
        if (run is not { IsActive: true } || run.Id != id) return Task.FromResult<BulkRun?>(null);
        run = run with { State = hasFailed ? BulkRunState.Failed : BulkRunState.Completed, EndedAt = at };
        return FindAsync(id, cancellation);
    }

    private bool IsGoing => run!.State is BulkRunState.Accepted or BulkRunState.Running;

    private int Count(RunServiceState state) => entries.Count(e => e.State == state);

    private bool Claim(RunEntry entry, Guid recommendation)
    {
        lock (gate)
        {
            if (!IsGoing || entries[entry.Ordinal].State != RunServiceState.Pending) return false;
            entries[entry.Ordinal] = entries[entry.Ordinal] with { State = RunServiceState.Done };
            return true;
        }
    }
}
