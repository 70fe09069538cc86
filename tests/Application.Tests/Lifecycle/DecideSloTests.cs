using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using SloFunctions.Application.Access;
using SloFunctions.Application.Lifecycle;
using SloFunctions.Application.Tests.Impact;
using SloFunctions.Application.Validation;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Lifecycle;
using SloFunctions.Domain.Recommendations;
using SloFunctions.Domain.Results;
using SloFunctions.Testing;
using SloFunctions.Testing.Lifecycle;
using SloFunctions.Testing.Ports;

namespace SloFunctions.Application.Tests.Lifecycle;

public sealed class DecideSloTests
{
    private static readonly Guid Set = new("00000000-0000-0000-0000-0000000000aa");
    private static readonly Guid Availability = new("00000000-0000-0000-0000-0000000000ab");
    private static readonly Guid Latency = new("00000000-0000-0000-0000-0000000000ac");
    private static readonly Caller Owner = Callers.User("olga@example.org", Role.ServiceOwner, "shop");

    private readonly FakeClock clock = new(new DateTimeOffset(2026, 3, 31, 12, 0, 0, TimeSpan.Zero));
    private readonly InMemorySloStore store = new(ServiceId.Of("payment"), "shop");

    public DecideSloTests() => store.Offer(KnownSet.Of("payment", Set, Availability, Latency, clock.GetUtcNow()));

    [Theory]
    [InlineData("conservative", 99.0, null, null, 900.0)]
    [InlineData("balanced", 99.5, null, 500.0, null)]
    [InlineData("aggressive", 99.9, 250.0, null, null)]
    public async Task Accepting_a_set_promises_what_its_tier_says(string tier, double availability, double? p95, double? p99, double? p999)
    {
        var done = await OkAsync($$"""{"recommendation_id":"{{Set}}","action":"accept","selected_tier":"{{tier}}"}""");

        done.Targets.ShouldBe(new SloTargetsDocument(availability, p95, p99, p999));
        store.Decided!.Items.ShouldBe([Availability, Latency]);
        store.Decided.Status.ShouldBe(RecommendationStatus.Accepted);
        (store.Slo!.RecommendationId, store.Slo.RecommendationSetId, store.Slo.Source).ShouldBe((null, Set, SloSource.RecommendationAccepted));
    }

    [Fact]
    public async Task Accepting_one_recommendation_leaves_the_other_targets_as_they_are()
    {
        store.Slo = Present(new SloTargets(0.95, new LatencyTargets(100, null, 300)));

        var done = await OkAsync($$"""{"recommendation_id":"{{Availability}}","action":"accept","selected_tier":"balanced"}""");

        done.Targets.ShouldBe(new SloTargetsDocument(99.5, 100, null, 300));
        store.Decided!.Items.ShouldBe([Availability]);
        store.Slo!.Version.ShouldBe(8);
        store.Slo.RecommendationId.ShouldBe(Availability);
    }

    [Fact]
    public async Task A_set_of_a_single_recommendation_that_is_named_as_a_set_is_noted_as_one()
    {
        store.Offer(KnownSet.Of("payment", Set, Availability, null, clock.GetUtcNow()));

        await OkAsync($$"""{"recommendation_id":"{{Set}}","action":"accept","selected_tier":"balanced"}""");

        (store.Slo!.RecommendationId, store.Slo.RecommendationSetId).ShouldBe((null, Set));
        (store.Entries[0].RecommendationId, store.Entries[0].RecommendationSetId).ShouldBe((null, Set));
    }

    [Fact]
    public async Task Recommended_latencies_replace_all_that_were_promised()
    {
        store.Slo = Present(new SloTargets(0.95, new LatencyTargets(100, null, 300)));

        (await OkAsync($$"""{"recommendation_id":"{{Latency}}","action":"accept","selected_tier":"balanced"}""")).Targets
            .ShouldBe(new SloTargetsDocument(95, null, 500, null));
    }

    [Fact]
    public async Task A_modification_changes_what_it_names_and_tells_the_difference()
    {
        var done = await OkAsync($$"""
            {"recommendation_id":"{{Set}}","action":"modify","modifications":{"availability_target":99.45,"latency_p99_target_ms":600.5,"latency_p95_target_ms":200} }
            """);

        done.Targets.ShouldBe(new SloTargetsDocument(99.45, 200, 600.5, null));
        done.SelectedTier.ShouldBe("balanced");
        done.ModificationDelta.ShouldBe(new Dictionary<string, string>
        {
            ["availability"] = "-0.05 from recommended 99.5",
            ["latency_p95_ms"] = "200, where none was recommended",
            ["latency_p99_ms"] = "+100.5 from recommended 500",
        });
        store.Entries[0].ModificationDelta.ShouldBe(JsonSerializer.Serialize(done.ModificationDelta));
        store.Slo!.Source.ShouldBe(SloSource.RecommendationModified);
    }

    [Fact]
    public async Task A_modification_of_one_recommendation_may_name_targets_of_the_other_too()
    {
        store.Slo = Present(new SloTargets(null, new LatencyTargets(100, null, 300)));

        (await OkAsync($$"""{"recommendation_id":"{{Availability}}","action":"modify","modifications":{"latency_p99_target_ms":200} }""")).Targets
            .ShouldBe(new SloTargetsDocument(99.5, 100, 200, 300));
    }

    [Fact]
    public async Task A_modification_must_leave_the_percentiles_in_order()
    {
        var refused = await DecideAsync($$"""{"recommendation_id":"{{Set}}","action":"modify","selected_tier":"conservative","modifications":{"latency_p99_target_ms":901} }""");

        refused.Error.Fields().ShouldBe("modifications");
        store.Entries.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(99.7, null)]
    [InlineData(99.75, "needs_own_improvement")]
    [InlineData(99.9, "unachievable")]
    public async Task A_target_above_the_bound_is_taken_with_a_warning_in_the_answer_and_the_log(double target, string? warning)
    {
        var done = await OkAsync(FormattableString.Invariant($$"""{"recommendation_id":"{{Set}}","action":"modify","modifications":{"availability_target":{{target}} } }"""));

        done.Warnings.Select(w => w.Code).ShouldBe(warning is null ? [] : [warning]);
        if (warning is null) store.Entries[0].Details.ShouldBeNull();
        else store.Entries[0].Details!.ShouldContain($"\"code\":\"{warning}\"");
    }

    [Fact]
    public async Task The_log_keeps_the_SLO_before_and_after()
    {
        await OkAsync("""{"action":"manual","targets":{"availability":99},"rationale":"first"}""");
        clock.Advance(TimeSpan.FromHours(1) + TimeSpan.FromTicks(9));
        await OkAsync($$"""{"recommendation_id":"{{Set}}","action":"accept","selected_tier":"balanced"}""");

        var (first, second) = (store.Entries[0], store.Entries[1]);
        (first.Action, first.Actor, first.PreviousSlo, first.Rationale).ShouldBe((AuditAction.Manual, "olga@example.org", null, "first"));
        second.PreviousSlo.ShouldBe(first.NewSlo);
        var after = JsonSerializer.Deserialize<JsonElement>(second.NewSlo!);
        after.GetProperty("version").GetInt64().ShouldBe(2);
        after.GetProperty("slo_id").GetGuid().ShouldBe(store.Slo!.Id);
        after.GetProperty("activated_at").GetString().ShouldBe("2026-03-31T13:00:00Z");
    }

    [Fact]
    public async Task A_rejection_leaves_the_SLO_as_it_is()
    {
        store.Slo = Present(new SloTargets(0.95));

        var done = await OkAsync($$"""{"recommendation_id":"{{Set}}","action":"reject","rationale":"target too aggressive for upcoming holiday traffic"}""");

        (done.Status, done.Targets!.Availability, done.Rationale).ShouldBe(("rejected", 95, "target too aggressive for upcoming holiday traffic"));
        store.Decided!.Status.ShouldBe(RecommendationStatus.Rejected);
        store.Slo!.Version.ShouldBe(7);
        store.Entries[0].NewSlo.ShouldBe(store.Entries[0].PreviousSlo);
    }

    [Fact]
    public async Task A_tier_without_a_target_cannot_be_accepted_but_the_other_SLI_still_can()
    {
        store.Offer(KnownSet.Of("payment", Set, Availability, Latency, clock.GetUtcNow(), balanced: null));

        (await DecideAsync($$"""{"recommendation_id":"{{Availability}}","action":"accept","selected_tier":"balanced"}""")).Error!.Code.ShouldBe("no-target-recommended");
        (await OkAsync($$"""{"recommendation_id":"{{Set}}","action":"accept","selected_tier":"balanced"}""")).Targets.ShouldBe(new SloTargetsDocument(null, null, 500, null));
    }

    [Theory]
    [InlineData(RecommendationStatus.Superseded, "was superseded. Its successor is 00000000-0000-0000-0000-0000000000ff.")]
    [InlineData(RecommendationStatus.Expired, "has expired. Its successor")]
    [InlineData(RecommendationStatus.Accepted, "was accepted already")]
    [InlineData(RecommendationStatus.Rejected, "was rejected already")]
    public async Task What_is_closed_cannot_be_decided_on(RecommendationStatus status, string reason)
    {
        store.Recommendation = store.Recommendation! with { Status = status, SuccessorId = new Guid("00000000-0000-0000-0000-0000000000ff") };

        var refused = (await DecideAsync($$"""{"recommendation_id":"{{Set}}","action":"accept","selected_tier":"balanced"}""")).Error!;

        (refused.Kind, refused.Code).ShouldBe((ErrorKind.Conflict, "recommendation-closed"));
        refused.Detail.ShouldContain(reason);
    }

    [Fact]
    public async Task Nothing_is_decided_at_or_after_the_moment_of_expiry()
    {
        clock.Advance(TimeSpan.FromDays(1) - TimeSpan.FromTicks(1));
        string accept = $$"""{"recommendation_id":"{{Latency}}","action":"accept","selected_tier":"balanced"}""";
        await OkAsync(accept);
        clock.Advance(TimeSpan.FromTicks(1));

        (await DecideAsync(accept)).Error!.Detail.ShouldContain("has expired, and none has taken its place yet");
    }

    [Fact]
    public async Task A_set_of_which_one_part_was_decided_on_can_still_be_decided_on_for_the_rest()
    {
        store.Recommendation = store.Recommendation! with
        {
            ItemStatuses = new Dictionary<Guid, RecommendationStatus> { [Availability] = RecommendationStatus.Rejected, [Latency] = RecommendationStatus.Active },
        };

        (await OkAsync($$"""{"recommendation_id":"{{Set}}","action":"accept","selected_tier":"balanced"}""")).Targets!.Availability.ShouldBeNull();
        store.Decided!.Items.ShouldBe([Latency]);
        (await DecideAsync($$"""{"recommendation_id":"{{Availability}}","action":"accept","selected_tier":"balanced"}""")).Error!.Code.ShouldBe("recommendation-closed");
    }

    [Fact]
    public async Task A_precondition_is_held_against_the_SLO_in_force()
    {
        store.Slo = Present(new SloTargets(0.95));
        string tag = SloTag.Of(store.Slo)!;

        (await DecideAsync(Manual, new Precondition(["\"another\""], false))).Error!.Kind.ShouldBe(ErrorKind.PreconditionFailed);
        (await DecideAsync(Manual, new Precondition(null, true))).Error!.Kind.ShouldBe(ErrorKind.PreconditionFailed);
        (await DecideAsync(Manual, new Precondition(["\"another\"", tag], false))).Error.ShouldBeNull();
        (await DecideAsync(Manual, new Precondition([tag], false))).Error!.Kind.ShouldBe(ErrorKind.PreconditionFailed);
    }

    [Fact]
    public async Task A_rule_accepts_under_its_own_name()
    {
        var rule = new AcceptRecommendation(store, new LifecycleInstruments(), new CountedIds(), clock);

        var done = (await rule.HandleAsync(ServiceId.Of("payment"), new Acceptance(Availability, Tier.Balanced, "rule:7", """{"rule":7}"""), CancellationToken.None)).Value!;

        done.ActivatedBy.ShouldBe("rule:7");
        (store.Entries[0].Action, store.Entries[0].Details, store.Slo!.Source).ShouldBe((AuditAction.AutoApprove, """{"rule":7}""", SloSource.RecommendationAccepted));
    }

    [Fact]
    public async Task Targets_of_ones_own_are_warned_of_by_what_the_dependencies_allow()
    {
        var done = await OkAsync("""{"action":"manual","targets":{"availability":99.999}}""");

        done.Warnings.Select(w => w.Code).ShouldBe(["unachievable"]);
        done.Source.ShouldBe("manual");
    }

    [Theory]
    [InlineData(250, null)]
    [InlineData(2.5, null)]
    [InlineData(300, "The nearest boundaries: 250 ms and 500 ms")]
    [InlineData(1, "The nearest boundaries: 2.5 ms")]
    [InlineData(900, "The nearest boundaries: 500 ms")]
    public async Task A_duration_off_the_buckets_is_taken_with_a_warning(double milliseconds, string? suggestion)
    {
        store.LatencyBounds = [0.0025, 0.25, 0.5];

        var done = await OkAsync($$"""{"action":"manual","targets":{"latency_p99_ms":{{milliseconds}} } }""");

        done.Warnings.SelectMany(w => w.Suggestions).ShouldBe(suggestion is null ? [] : [suggestion]);
    }

    private const string Manual = """{"action":"manual","targets":{"availability":99}}""";

    private ActiveSlo Present(SloTargets targets) =>
        new(new Guid("00000000-0000-0000-0000-000000000001"), 7, targets, SloSource.Manual, null, null, null, clock.GetUtcNow(), "somebody");

    private async Task<SloDecisionDocument> OkAsync(string body)
    {
        var result = await DecideAsync(body);
        result.Error.ShouldBeNull();
        return result.Value!;
    }

    private async Task<Result<SloDecisionDocument>> DecideAsync(string body, Precondition? precondition = null)
    {
        var platform = await Platform.OpenAsync();
        var useCase = new DecideSlo(store, platform.Availabilities, new LifecycleInstruments(), new CountedIds(), clock, NullLogger<DecideSlo>.Instance);
        var read = Application.Publishing.JsonText.Read<DecisionBody>(System.Text.Encoding.UTF8.GetBytes(body)).Value;
        return await useCase.HandleAsync(new DecisionRequest("payment", precondition ?? Precondition.None, null), read, Owner, CancellationToken.None);
    }
}
