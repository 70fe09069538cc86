using SloFunctions.Application.Failures;
using SloFunctions.Application.Maintenance;
using SloFunctions.Application.Telemetry;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Maintenance;
using SloFunctions.Domain.Telemetry;
using SloFunctions.Testing.Ports;

namespace SloFunctions.Application.Tests.Maintenance;

public sealed class MeasureMaintenanceTests : IExcludedCounts, IPartialHours
{
    private static readonly DateTimeOffset Hour = new(2026, 3, 10, 5, 0, 0, TimeSpan.Zero);
    private static readonly ServiceId Service = ServiceId.Of("checkout");

    private readonly List<MaintenanceHour> due = [];
    private readonly Dictionary<DateTimeOffset, SliCounts> stored = [];
    private readonly List<MaintenanceSpan> asked = [];
    private Func<MaintenanceSpan, SliCounts?> parts = _ => null;

    [Fact]
    public async Task A_whole_hour_is_left_out_without_asking_anybody()
    {
        due.Add(Due(new SliCounts(90, 100), 0, 60));

        (await RunAsync("checkout")).ShouldBe(new MeasurementReport(1, 0));
        stored[Hour].ShouldBe(new SliCounts(90, 100));
        asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task Of_a_part_of_an_hour_that_part_is_measured()
    {
        due.Add(Due(new SliCounts(90, 100), 10, 20) with { Parts = [Minutes(10, 20), Minutes(30, 50)] });
        parts = part => new SliCounts(part.Start.Minute, part.End.Minute);

        (await RunAsync("checkout")).ShouldBe(new MeasurementReport(1, 0));
        stored[Hour].ShouldBe(new SliCounts(40, 40 + 10));
    }

    [Fact]
    public async Task Nothing_in_a_part_leaves_nothing_out_when_the_store_still_knows_the_hour()
    {
        due.Add(Due(new SliCounts(90, 100), 10, 20));

        (await RunAsync("checkout")).ShouldBe(new MeasurementReport(1, 0));
        stored[Hour].ShouldBe(default);
    }

    [Fact]
    public async Task An_hour_that_the_store_has_forgotten_stays_pending()
    {
        due.Add(Due(new SliCounts(90, 100), 10, 20));

        (await RunAsync("another")).ShouldBe(new MeasurementReport(0, 1));
        stored.ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_the_metric_store_whole_hours_are_left_out_all_the_same()
    {
        due.Add(Due(new SliCounts(90, 100), 0, 60));
        due.Add(Due(new SliCounts(90, 100), 10, 20, Hour.AddHours(1)));
        parts = _ => throw new DependencyUnavailableException("prometheus", TimeSpan.FromSeconds(1), cause: null);

        await Should.ThrowAsync<DependencyUnavailableException>(() => RunAsync("checkout"));
        stored.Keys.ShouldBe([Hour]);
    }

    public Task<IReadOnlyList<MaintenanceHour>> FindUnmeasuredAsync(int most, CancellationToken cancellation) => Task.FromResult<IReadOnlyList<MaintenanceHour>>(due);

    public Task<int> StoreAsync(IReadOnlyList<(MaintenanceHour Hour, HourlySli Excluded)> measured, CancellationToken cancellation)
    {
        foreach (var (_, excluded) in measured) stored[excluded.Hour] = excluded.Counts;
        return Task.FromResult(measured.Count);
    }

    public Task<IReadOnlyList<ServiceHour>> ReadAsync(MaintenanceSpan part, IReadOnlyCollection<ServiceId> services, CancellationToken cancellation)
    {
        asked.Add(part);
        return Task.FromResult<IReadOnlyList<ServiceHour>>(
            parts(part) is { } counts ? [.. services.Append(ServiceId.Of("not asked for")).Select(s => new ServiceHour(s, new HourlySli(TimeWindow.HourOf(part.Start), counts, null, null)))] : []);
    }

    private Task<MeasurementReport> RunAsync(string known) => new MeasureMaintenance(this, this, new ConstantTelemetry(known)).HandleAsync(CancellationToken.None);

    private static MaintenanceHour Due(SliCounts counts, int from, int to, DateTimeOffset? hour = null) =>
        new(Service, new HourlySli(hour ?? Hour, counts, null, null), [Minutes(from, to, hour)], to - from == 60, "basis");

    private static MaintenanceSpan Minutes(int from, int to, DateTimeOffset? hour = null) => new((hour ?? Hour).AddMinutes(from), (hour ?? Hour).AddMinutes(to));
}
