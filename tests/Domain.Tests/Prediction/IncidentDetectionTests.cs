using SloFunctions.Domain.Prediction;
using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Domain.Tests.Prediction;

public sealed class IncidentDetectionTests
{
    private const int Days = 30;
    private const int Hours = Days * 24;
    private const long Traffic = 1000;

    [Fact]
    public void An_hour_of_failures_is_an_incident_with_its_share_of_a_window()
    {
        var record = Read((100, 500))!;

        record.Incidents.ShouldBe([new Incident(100, 1, 500 / (28.0 * 24 * Traffic))]);
        record.ExposureDays.ShouldBe(30);
        record.ExpectedRequests.ShouldBe(28.0 * 24 * Traffic);
        record.IncidentsInFirstHalf.ShouldBe(1);
        record.Background.Bad.ShouldBe(0);
    }

    [Fact]
    public void Adjacent_hours_are_one_incident_also_over_a_short_lull()
    {
        var record = Read((400, 100), (401, 100), (404, 100), (408, 100))!;

        record.Incidents.Select(i => (i.FirstHour, i.Hours)).ShouldBe([(400, 5), (408, 1)]);
        record.Incidents[0].Impact.ShouldBe(300 / (28.0 * 24 * Traffic), 1e-15);
        record.IncidentsInFirstHalf.ShouldBe(0);
    }

    [Theory]
    [InlineData(2, false)]
    [InlineData(3, true)]
    public void Two_failures_are_no_incident(long failures, bool isIncident) =>
        (Read((5, failures))!.Incidents.Count > 0).ShouldBe(isIncident);

    [Fact]
    public void Steady_errors_are_background()
    {
        var record = IncidentDetection.Read([.. Enumerable.Repeat((SliCounts?)new SliCounts(980, 1000), Hours)])!;

        record.Incidents.ShouldBeEmpty();
        record.Background.Ratio.ShouldBe(0.02, 1e-5);
        record.Background.Dispersion.ShouldBe(1);
        record.Background.Drift.ShouldBe(0);
    }

    [Fact]
    public void Of_an_incident_the_failures_that_are_usual_anyway_are_background()
    {
        SliCounts?[] hours = [.. Enumerable.Repeat((SliCounts?)new SliCounts(990, 1000), Hours)];
        hours[50] = new SliCounts(0, 1000);
        var record = IncidentDetection.Read(hours)!;

        record.Incidents.Single().Impact.ShouldBe(990 / (28.0 * 24 * 1000), 1e-12);
        record.Background.Bad.ShouldBe(0.01 * Hours * 1000, 1e-6);
    }

    [Fact]
    public void Errors_of_a_quarter_of_the_hours_are_usual()
    {
        SliCounts?[] hours = [.. Enumerable.Range(0, Hours).Select(i => (SliCounts?)new SliCounts(i % 3 == 0 ? 950 : 1000, 1000))];

        IncidentDetection.Read(hours)!.Incidents.ShouldBeEmpty();
    }

    [Fact]
    public void An_outage_of_the_whole_history_is_how_the_service_is()
    {
        var record = IncidentDetection.Read([.. Enumerable.Repeat((SliCounts?)new SliCounts(0, 10), Hours)])!;

        record.Incidents.ShouldBeEmpty();
        record.Background.Ratio.ShouldBe(1);
    }

    [Fact]
    public void Hours_that_were_not_measured_shorten_the_exposure_but_not_the_window()
    {
        SliCounts?[] hours = [.. Enumerable.Range(0, Hours).Select(i => i % 2 == 0 ? (SliCounts?)new SliCounts(Traffic, Traffic) : null)];
        var record = IncidentDetection.Read(hours)!;

        record.ExposureDays.ShouldBe(15);
        record.ExpectedRequests.ShouldBe(28.0 * 24 * Traffic);
    }

    [Fact]
    public void An_incident_may_begin_and_end_with_the_history() =>
        Read((0, 1000), (Hours - 1, 1000))!.Incidents.Select(i => i.FirstHour).ShouldBe([0, Hours - 1]);

    [Fact]
    public void Half_of_the_incidents_may_lie_in_each_half() =>
        Read((10, 100), (100, 100), (Hours - 10, 100))!.IncidentsInFirstHalf.ShouldBe(2);

    [Fact]
    public void Without_traffic_there_is_nothing_to_read()
    {
        IncidentDetection.Read([]).ShouldBeNull();
        IncidentDetection.Read([null, null]).ShouldBeNull();
        IncidentDetection.Read([new SliCounts(0, 0), null]).ShouldBeNull();
    }

    [Fact]
    public void Figures_are_in_range_whatever_the_history() => Property.Holds(200, random =>
    {
        var hours = random.Hours(24 * random.Between(1, 40));
        if (IncidentDetection.Read(hours) is not { } record) return;

        record.Incidents.ShouldAllBe(i => i.Impact > 0 && i.Impact <= 1 && i.Hours >= 1 && i.FirstHour + i.Hours <= hours.Length);
        record.IncidentsInFirstHalf.ShouldBeInRange(0, record.Incidents.Count);
        record.Background.Dispersion.ShouldBeGreaterThanOrEqualTo(1);
        record.Background.Ratio.ShouldBeInRange(double.Epsilon, 1);
        record.Background.Bad.ShouldBeInRange(0, record.Background.Total);
        double excess = record.Incidents.Sum(i => i.Impact) * record.ExpectedRequests;
        (excess + record.Background.Bad).ShouldBe(hours.Sum(h => h.GetValueOrDefault().Bad), 1e-6 * record.Background.Total);
    });

    private static IncidentRecord? Read(params (int Hour, long Bad)[] failures)
    {
        SliCounts?[] hours = [.. Enumerable.Repeat((SliCounts?)new SliCounts(Traffic, Traffic), Hours)];
        foreach (var (hour, bad) in failures) hours[hour] = new SliCounts(Traffic - bad, Traffic);
        return IncidentDetection.Read(hours);
    }
}
