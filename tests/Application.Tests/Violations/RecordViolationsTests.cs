using SloFunctions.Application.ErrorBudgets;
using SloFunctions.Application.Violations;
using SloFunctions.Domain.ErrorBudgets;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Reports;
using SloFunctions.Domain.Telemetry;
using SloFunctions.Domain.Violations;

namespace SloFunctions.Application.Tests.Violations;

public sealed class RecordViolationsTests : IBudgetCounts, IViolations
{
    private static readonly DateTimeOffset Through = new(2026, 3, 10, 12, 0, 0, TimeSpan.Zero);

    private readonly HashSet<ViolationKey> open = [];
    private readonly List<string> events = [];
    private CountedObjectives counted = new(Through, []);

    [Fact]
    public async Task An_objective_that_wavers_about_a_limit_makes_one_violation()
    {
        foreach (int bad in new[] { 900, 1001, 990, 1001, 985, 1001, 950, 1100 })
        {
            counted = new CountedObjectives(Through, [Objective(bad)]);
            await RunAsync();
        }

        events.Where(e => e.EndsWith("Critical", StringComparison.Ordinal)).ShouldBe(["+availability Critical", "-availability Critical", "+availability Critical"]);
    }

    [Fact]
    public async Task An_objective_that_is_in_force_no_more_is_violated_no_more()
    {
        counted = new CountedObjectives(Through, [Objective(2000), Objective(2000, 500)]);
        await RunAsync();
        counted = new CountedObjectives(Through, [Objective(2000)]);
        await RunAsync();

        open.Select(k => k.Objective).Distinct().ShouldBe(["availability"]);
    }

    [Fact]
    public async Task Without_telemetry_nothing_is_recorded()
    {
        open.Add(new ViolationKey(ServiceId.Of("checkout"), "availability", ViolationSeverity.Critical));
        counted = new CountedObjectives(null, [Objective(2000)]);
        await RunAsync();

        events.ShouldBeEmpty();
    }

    [Fact]
    public void Objectives_of_one_percentile_and_two_thresholds_have_two_names() =>
        ObjectiveNames.Of([Objective(1), Objective(1, 100), Objective(1, 250.5)]).Select(o => o.Name).ShouldBe(["availability", "latency-p999", "latency-p999-250.5ms"]);

    public Task<CountedObjectives> ReadAsync(BudgetScope scope, CancellationToken cancellation) => Task.FromResult(counted);

    public Task<IReadOnlySet<ViolationKey>> ReadOpenAsync(CancellationToken cancellation) => Task.FromResult<IReadOnlySet<ViolationKey>>(open.ToHashSet());

    public Task<(int Opened, int Closed)> RecordAsync(ViolationChange change, CancellationToken cancellation)
    {
        int opened = 0;
        foreach (var violation in change.Violated.Where(v => open.Add(v.Key)))
        {
            opened++;
            events.Add($"+{violation.Key.Objective} {violation.Key.Severity}");
        }

        foreach (var ended in change.Ended.Where(open.Remove)) events.Add($"-{ended.Objective} {ended.Severity}");
        return Task.FromResult((opened, change.Ended.Count));
    }

    public Task<IReadOnlyDictionary<ViolationKey, long>> CountAsync(CancellationToken cancellation) => throw new NotSupportedException();

    private Task<(int Opened, int Closed)> RunAsync() => new RecordViolations(this, this).HandleAsync(CancellationToken.None);

    // A thousand may be bad.
    private static CountedObjective Objective(int bad, double? thresholdMs = null) => new(
        new BudgetObjective(ServiceId.Of("checkout"), "payments", ServiceCriticality.High, Guid.Empty, 1, Through, 0.999, thresholdMs),
        BudgetCounts.None with { SloWindow = new ObjectiveCounts(672, 672, 0, new SliCounts(1_000_000 - bad, 1_000_000)) });
}
