using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using SloFunctions.Application.AutoApproval;
using SloFunctions.Application.Lifecycle;
using SloFunctions.Application.Recommendations;
using SloFunctions.Domain.AutoApproval;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Lifecycle;
using SloFunctions.Testing;
using SloFunctions.Testing.Lifecycle;
using SloFunctions.Testing.Ports;

namespace SloFunctions.Application.Tests.AutoApproval;

public sealed class ApproveAutomaticallyTests
{
    private static readonly Guid Set = new("00000000-0000-0000-0000-0000000000aa");
    private static readonly Guid Availability = new("00000000-0000-0000-0000-0000000000ab");
    private static readonly Guid Latency = new("00000000-0000-0000-0000-0000000000ac");
    private static readonly ServiceStanding Unimportant = new(ServiceCriticality.Low, "shop", null);

    private readonly FakeClock clock = new(new DateTimeOffset(2026, 3, 31, 12, 0, 0, TimeSpan.Zero));
    private readonly InMemorySloStore store = new(ServiceId.Of("payment"), "shop");

    [Fact]
    public async Task A_set_of_which_all_parts_match_one_rule_is_taken_whole()
    {
        await ApproveAsync(Rule(1, """{"criticality":["low"]}"""));

        store.Entries.Count.ShouldBe(1);
        (store.Entries[0].Action, store.Entries[0].Actor, store.Entries[0].RecommendationId).ShouldBe((AuditAction.AutoApprove, $"rule:{Id(1)}", null));
        store.Decided!.Items.ShouldBe([Availability, Latency]);
        store.Slo!.Targets.ShouldBe(new SloTargets(0.995, new LatencyTargets(null, 500, null)));
        var rule = JsonSerializer.Deserialize<JsonElement>(store.Entries[0].Details!).GetProperty("rule");
        (rule.GetProperty("id").GetGuid(), rule.GetProperty("version").GetInt64()).ShouldBe((Id(1), 4));
    }

    [Fact]
    public async Task Parts_that_match_different_rules_are_taken_one_after_the_other_each_with_its_own()
    {
        await ApproveAsync(Rule(1, """{"sli_types":["availability"],"tier":"conservative"}"""), Rule(2, """{"sli_types":["latency"],"tier":"aggressive"}"""));

        store.Entries.Select(e => (e.Actor, e.RecommendationId)).ShouldBe([($"rule:{Id(1)}", Availability), ($"rule:{Id(2)}", Latency)]);
        store.Slo!.Targets.ShouldBe(new SloTargets(0.99, new LatencyTargets(250, null, null)));
        store.Slo.Version.ShouldBe(2);
    }

    [Fact]
    public async Task The_first_rule_that_matches_fires_and_one_that_cannot_be_read_does_not()
    {
        await ApproveAsync(Rule(1, """{"criticality":["critical"]}"""), Rule(2, """{"criticality":7}"""), Rule(3, """{"criticality":["low"]}"""), Rule(4, """{"criticality":["low"],"tier":"conservative"}"""));

        store.Entries.ShouldHaveSingleItem().Actor.ShouldBe($"rule:{Id(3)}");
    }

    [Fact]
    public async Task A_tier_above_the_bound_is_left_to_people()
    {
        await ApproveAsync(Rule(1, """{"criticality":["low"],"sli_types":["availability"],"tier":"aggressive"}"""));

        store.Entries.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_somebody_decided_since_the_rules_looked_stays()
    {
        store.Slo = new ActiveSlo(Guid.NewGuid(), 1, new SloTargets(0.9), SloSource.Manual, null, null, null, clock.GetUtcNow(), "ann");

        await ApproveAsync(Rule(1, """{"criticality":["low"]}"""));

        store.Entries.ShouldBeEmpty();
        store.Slo.ActivatedBy.ShouldBe("ann");
    }

    [Theory]
    [InlineData(90, "predictive")]
    [InlineData(30, "historical_percentile")]
    public async Task Answers_to_what_if_questions_change_nothing(int lookbackDays, string method)
    {
        await ApproveAsync(lookbackDays, method, Rule(1, """{"criticality":["low"]}"""));

        store.Entries.ShouldBeEmpty();
    }

    private static Guid Id(int rule) => new($"00000000-0000-0000-0000-{rule:D12}");

    private RuleSummary Rule(int number, string conditions) => new(
        Id(number), $"rule {number}", true, JsonSerializer.Deserialize<JsonElement>(conditions), 4, "ann@example.org", clock.GetUtcNow().AddDays(-1), null, null);

    private Task ApproveAsync(params RuleSummary[] rules) => ApproveAsync(RecommendationQuery.DefaultLookbackDays, "predictive", rules);

    private async Task ApproveAsync(int lookbackDays, string method, params RuleSummary[] rules)
    {
        var set = KnownSet.Of("payment", Set, Availability, Latency, clock.GetUtcNow()) with { Method = method };
        store.Offer(set);
        var acceptance = new AcceptRecommendation(store, new LifecycleInstruments(), new CountedIds(), clock);
        var useCase = new ApproveAutomatically(
            new FixedRules(rules), new FixedStanding(new PresentStanding(Unimportant, null)), acceptance, clock, NullLogger<ApproveAutomatically>.Instance);
        await useCase.HandleAsync(set, lookbackDays, set.ExpiresAt, CancellationToken.None);
    }
}
