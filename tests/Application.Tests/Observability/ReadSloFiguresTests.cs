using Microsoft.Extensions.Logging.Abstractions;
using SloFunctions.Application.ErrorBudgets;
using SloFunctions.Application.Failures;
using SloFunctions.Application.Observability;
using SloFunctions.Application.Violations;
using SloFunctions.Domain.ErrorBudgets;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Reports;
using SloFunctions.Domain.Telemetry;
using SloFunctions.Domain.Violations;
using SloFunctions.Testing;

namespace SloFunctions.Application.Tests.Observability;

public sealed class ReadSloFiguresTests : IBudgetCounts, IMeasuredLatencies, IViolations
{
    private static readonly DateTimeOffset Now = new(2026, 3, 10, 12, 0, 0, TimeSpan.Zero);
    private static readonly ServiceId Checkout = ServiceId.Of("checkout");

    private readonly FakeClock clock = new(Now);
    private readonly ReadSloFigures useCase;
    private List<CountedObjective> objectives = [];
    private bool isAway;
    private int reads;

    public ReadSloFiguresTests() => useCase = new ReadSloFigures(this, this, this, clock, NullLogger<ReadSloFigures>.Instance);

    [Fact]
    public async Task Figures_are_put_together_by_objective()
    {
        objectives = [Objective(null, Of(10)), Objective(400, Of(5), target: 0.99)];

        var figures = (await useCase.HandleAsync(CancellationToken.None)).ShouldNotBeNull();

        figures.Select(f => f.Objective).ShouldBe(["availability", "latency-p99"]);
        figures[0].Windows.ShouldBe([new("6h", 0.99, 0.01 / (1 - 0.999)), new("28d", 0.99, 0.01 / (1 - 0.999))]);
        figures[0].RemainingShare.ShouldBe(-9);
        figures[0].Latency.ShouldBeNull();
        figures[0].Violations.ShouldBe(new Dictionary<ViolationSeverity, long> { [ViolationSeverity.Warning] = 0, [ViolationSeverity.Critical] = 3 }, ignoreOrder: true);
        figures[1].RemainingShare.ShouldBe(0.5);
        figures[1].Latency!.Seconds.ShouldBe(0.25);
        (figures[0].Team, figures[0].Criticality).ShouldBe((objectives[0].Objective.Team, objectives[0].Objective.Criticality));
    }

    [Fact]
    public async Task What_was_not_counted_is_not_told()
    {
        objectives = [Objective(null, ObjectiveCounts.None)];

        var figure = (await useCase.HandleAsync(CancellationToken.None)).ShouldNotBeNull().ShouldHaveSingleItem();

        figure.Windows.ShouldBeEmpty();
        figure.RemainingShare.ShouldBeNull();
    }

    [Fact]
    public async Task They_are_bounded_and_read_once_in_15_seconds()
    {
        objectives = [.. Enumerable.Range(0, ReadPlatformFigures.MostObjectives + 5).Select(i => Objective(null, Of(1), service: $"s{i}"))];

        for (int i = 0; i < 3; i++) (await useCase.HandleAsync(CancellationToken.None))!.Count.ShouldBe(ReadPlatformFigures.MostObjectives);
        reads.ShouldBe(1);
        clock.Advance(TimeSpan.FromSeconds(15));
        await useCase.HandleAsync(CancellationToken.None);
        reads.ShouldBe(2);
    }

    [Fact]
    public async Task Without_the_database_there_are_none()
    {
        isAway = true;

        (await useCase.HandleAsync(CancellationToken.None)).ShouldBeNull();
    }

    public Task<CountedObjectives> ReadAsync(BudgetScope scope, CancellationToken cancellation)
    {
        reads++;
        return isAway ? throw new DependencyUnavailableException("postgresql", TimeSpan.FromSeconds(5), cause: null) : Task.FromResult(new CountedObjectives(Now, objectives));
    }

    public Task<IReadOnlyList<MeasuredLatency>> ReadAsync(CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<MeasuredLatency>>([new(Checkout, 0.99, 0.25), new(Checkout, 0.95, 0.125)]);

    public Task<IReadOnlyDictionary<ViolationKey, long>> CountAsync(CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyDictionary<ViolationKey, long>>(new Dictionary<ViolationKey, long> { [new(Checkout, "availability", ViolationSeverity.Critical)] = 3 });

    public Task<IReadOnlySet<ViolationKey>> ReadOpenAsync(CancellationToken cancellation) => throw new NotSupportedException();

    public Task<(int Opened, int Closed)> RecordAsync(ViolationChange change, CancellationToken cancellation) => throw new NotSupportedException();

    private static CountedObjective Objective(double? thresholdMs, ObjectiveCounts counts, double target = 0.999, string service = "checkout") => new(
        new BudgetObjective(ServiceId.Of(service), "payments", ServiceCriticality.High, Guid.Empty, 1, Now, target, thresholdMs),
        BudgetCounts.None with { SixHours = counts, SloWindow = counts });

    private static ObjectiveCounts Of(int bad) => new(1, 1, 0, new SliCounts(1000 - bad, 1000));
}
