using System.Text.Json;
using SloFunctions.Application.Publishing;
using SloFunctions.Application.Reports;
using SloFunctions.Application.Reports.Documents;
using SloFunctions.Application.Tests.Golden;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Lifecycle;
using SloFunctions.Domain.Recommendations;
using SloFunctions.Domain.Reports;
using SloFunctions.Domain.Telemetry;
using SloFunctions.Testing;
using SloFunctions.Testing.Ports;

namespace SloFunctions.Application.Tests.Reports;

public sealed class ReportBreachRateTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 10, 12, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset LongAgo = new(2025, 6, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly ReportMonth January = Month("2026-01");
    private static readonly ReportMonth February = Month("2026-02");

    private readonly InMemoryObjectiveRecords records = new();

    [Fact]
    public async Task A_report_of_two_months_is_this_document()
    {
        var cart = Objective("cart") with { Team = "shop", Criticality = ServiceCriticality.Critical };
        var slow = Objective("cart") with { Team = "shop", Criticality = ServiceCriticality.Critical, Target = 0.99, ThresholdMs = 250, Promise = 0.02 };
        var modified = Objective("search") with { Source = SloSource.RecommendationModified, Target = 0.9995, Tier = null, Promise = null };
        var manual = Objective("bank") with { Source = SloSource.Manual, Method = null, Tier = null, Promise = null, ActivatedAt = new(2026, 2, 10, 0, 0, 0, TimeSpan.Zero) };
        var odd = Objective("mail") with { Target = 0.95, ThresholdMs = 333, Method = null, Tier = null, Promise = null, Source = SloSource.Manual };
        foreach (var objective in new[] { cart, slow, modified, manual, odd }) records.Activate(objective);
        records
            .Count(January, cart.Key, 999_000, 1_000_000).Count(February, cart.Key, 998_500, 1_000_000)
            .Count(January, slow.Key, 980, 1000).Count(February, slow.Key, 995, 1000)
            .Count(January, modified.Key, 1000, 1000).Count(February, modified.Key, 0, 0)
            .Count(February, manual.Key, 1, 2)
            .Count(February, odd.Key, new ObjectiveCounts(672, 0, 672, default));

        var report = await ReportAsync("months=2");

        JsonSerializer.Serialize(report, PublishedJson.Options).ShouldMatchGolden("breach-rate.json");
    }

    [Fact]
    public async Task Without_SLOs_there_are_zeros_and_nothing_is_counted()
    {
        var report = await ReportAsync("months=3");

        foreach (var section in new[] { report.Availability, report.Latency })
        {
            (section.Total.Judged, section.Total.Breached, section.Total.RealisedBreachRate, section.Total.Interval).ShouldBe((0, 0, null, null));
            (section.Total.Promise.MeanBreachProbability, section.Total.Promise.Verdict).ShouldBe((null, "too_few"));
            section.Months.Select(m => m.Month).ShouldBe(["2025-12", "2026-01", "2026-02"]);
            section.ByTeam.Groups.ShouldBeEmpty();
        }

        (report.Breached.Total, report.Breached.NextCursor).ShouldBe((0, null));
        records.Asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_SLO_counts_from_the_first_window_it_was_in_force_for()
    {
        var late = Objective("cart") with { ActivatedAt = January.Window.Start.AddSeconds(1) };
        records.Activate(late).Count(January, late.Key, 1, 2).Count(February, late.Key, 1, 2);

        var months = (await ReportAsync("months=3")).Availability.Months;

        months.Select(m => m.Figures.Judged).ShouldBe([0, 0, 1]);
        months.Select(m => m.Figures.NotJudged.ActivatedDuringWindow).ShouldBe([0, 1, 0]);
    }

    [Fact]
    public async Task Verdicts_come_from_the_targets_that_were_promised()
    {
        for (int i = 0; i < 40; i++)
        {
            var objective = Objective($"s{i:00}") with { Promise = i < 30 ? 0.01 : null, Tier = i < 30 ? Tier.Aggressive : null };
            records.Activate(objective).Count(February, objective.Key, i is < 6 or >= 30 ? 1 : 1000, 1000);
        }

        var total = (await ReportAsync("")).Availability.Total;

        (total.Judged, total.Breached, total.RealisedBreachRate).ShouldBe((40, 16, 0.4));
        (total.Promise.Judged, total.Promise.WithoutPromise, total.Promise.Breached, total.Promise.RealisedBreachRate).ShouldBe((30, 10, 6, 0.2));
        (total.Promise.MeanBreachProbability, total.Promise.Verdict).ShouldBe((0.01, "worse_than_promised"));
    }

    [Fact]
    public async Task Groups_are_those_with_the_most_windows_first_and_a_hundred_at_most()
    {
        for (int i = 0; i < 130; i++)
        {
            var objective = Objective($"s{i:000}") with { Team = i is 0 ? null : i < 4 ? "big" : $"team{i:000}" };
            records.Activate(objective).Count(February, objective.Key, 1, 1);
        }

        var teams = (await ReportAsync("")).Availability.ByTeam;

        teams.Total.ShouldBe(128);
        teams.Groups.Count.ShouldBe(100);
        teams.Groups.Take(3).Select(g => (g.Name, g.Figures.Judged)).ShouldBe([("big", 3), (null, 1), ("team004", 1)]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(500)]
    public async Task Following_the_cursors_shows_every_breached_objective_once_in_order(int limit)
    {
        foreach (string service in new[] { "Ä", "a", "b/c" })
        {
            foreach (int? threshold in new int?[] { null, 100, 250 })
            {
                var objective = Objective(service) with { ThresholdMs = threshold };
                records.Activate(objective).Count(January, objective.Key, 1, 2).Count(February, objective.Key, 1, 2);
            }
        }

        var seen = new List<(string, string, double?)>();
        string? cursor = null;
        do
        {
            var page = (await ReportAsync($"months=2&limit={limit}&cursor={cursor}")).Breached;
            page.Total.ShouldBe(18);
            page.Objectives.Count.ShouldBeInRange(1, limit);
            seen.AddRange(page.Objectives.Select(o => (o.Month, o.ServiceId, o.ThresholdMs)));
            cursor = page.NextCursor;
        }
        while (cursor is not null);

        seen.Count.ShouldBe(18);
        seen.ShouldBeUnique();
        seen.ShouldBe(seen.OrderBy(s => s.Item1, StringComparer.Ordinal).ThenBy(s => s.Item2, StringComparer.Ordinal).ThenBy(s => s.Item3 ?? 0));
    }

    private static AcceptedObjective Objective(string service) => new(
        ServiceId.Of(service), null, ServiceCriticality.Medium, SloSource.RecommendationAccepted, LongAgo, 0.999, null, "predictive", Tier.Balanced, 0.01);

    private static ReportMonth Month(string name) => ReportMonth.TryParse(name, out var month) ? month : throw new FormatException(name);

    private Task<BreachRateDocument> ReportAsync(string parameters)
    {
        var given = System.Web.HttpUtility.ParseQueryString(parameters);
        var query = BreachRateQuery.Parse(given["month"], given["months"], given["cursor"] is "" ? null : given["cursor"], given["limit"], Now);
        return new ReportBreachRate(records, new FakeClock(Now)).HandleAsync(query.Value!, CancellationToken.None);
    }
}
