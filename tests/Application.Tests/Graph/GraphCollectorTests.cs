using System.Text.Json;
using SloFunctions.Application.Graph;
using SloFunctions.Domain.Graph;

namespace SloFunctions.Application.Tests.Graph;

public sealed class GraphCollectorTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly GraphCollector collector = new(DiscoverySource.Kubernetes, Now);

    [Fact]
    public void What_a_submission_may_hold_is_taken()
    {
        collector.Add(Node("a", """{"tier":1}"""), "here");
        collector.Add(new EdgeBody("a", "b", new EdgeAttributesBody("async", "soft", "kafka", 5, null)), "there", callCount: 7);

        var found = collector.ToGraph();

        found.Skipped.ShouldBeEmpty();
        (found.Update.Source, found.Update.ObservedAt).ShouldBe((DiscoverySource.Kubernetes, Now));
        found.Update.Nodes.ShouldHaveSingleItem().Tier.ShouldBe(1);
        found.Update.Edges.ShouldHaveSingleItem().ShouldBe(new DependencyEdge(
            ServiceId.Of("a"), ServiceId.Of("b"), CommunicationMode.Async, DependencyCriticality.Soft, "kafka", 5, null, CallCount: 7));
    }

    [Fact]
    public void Names_that_look_like_data_of_a_person_are_counted_and_not_kept_as_examples()
    {
        collector.Add(new EdgeBody("checkout", "10.1.2.3", null), "checkout -> 10.1.2.3");
        collector.Add(new EdgeBody("alice@example.com", "checkout", null), "alice@example.com -> checkout");
        collector.Add(new EdgeBody("checkout", "payment", null), "checkout -> payment");

        var found = collector.ToGraph();

        found.Update.Edges.ShouldHaveSingleItem();
        found.Skipped.Select(s => (s.Reason, s.Count, string.Join(' ', s.Examples))).ShouldBe(
        [
            ("source: A service id must not look like an e-mail address.", 1, "a name that looks like an e-mail address"),
            ("target: A service id must not look like an IP address.", 1, "a name that looks like an IP address"),
        ]);
    }

    [Fact]
    public void Bad_entries_are_counted_by_reason_with_their_places_and_cost_the_others_nothing()
    {
        collector.Add(new EdgeBody("a", "a", null), "first");
        collector.Add(new EdgeBody("a", null, null), "second");
        collector.Add(new EdgeBody("b", "b", null), "third");
        collector.Add(new EdgeBody("a", "b", null), "fourth");
        collector.Add(new EdgeBody("a", "b", null), "fifth");

        var found = collector.ToGraph();

        found.Update.Edges.ShouldHaveSingleItem();
        found.Skipped.Select(s => (s.Reason, s.Count, string.Join(' ', s.Examples))).ShouldBe(
        [
            ("target: A service id is required.", 1, "second"),
            ("target: A service must not depend on itself.", 2, "first third"),
            ("the dependency is given more than once", 1, "fifth"),
        ]);
    }

    [Fact]
    public void A_service_that_is_wrong_is_taken_with_less()
    {
        collector.Add(Node("a", """{"tier":"first","namespace":"shop"}"""), "here", otherwise: Node("a", """{"namespace":"shop"}"""));
        collector.Add(Node("", "{}"), "there", otherwise: Node("", "{}"));
        collector.Add(Node("a", """{"namespace":"other"}"""), "again");

        var found = collector.ToGraph();

        found.Update.Nodes.ShouldHaveSingleItem().MetadataJson.ShouldBe("""{"namespace":"shop"}""");
        found.Skipped.Select(s => (s.Reason, s.Examples[0])).ShouldBe(
        [
            ("another service has the same id", "again"),
            ("metadata.tier: A whole number from 0 to 9 is expected.", "here"),
            ("service_id: A service id must not be empty.", "there"),
        ]);
    }

    [Fact]
    public void Reports_stay_small_and_printable_whatever_is_passed_over()
    {
        for (int i = 0; i < 1000; i++) collector.Skip($"reason {i % 200}", $"line\nbreak \u202e \u0001 {new string('x', 10_000)}");

        var skipped = collector.ToGraph().Skipped;

        skipped.Count.ShouldBe(51);
        skipped.Sum(s => s.Count).ShouldBe(1000);
        skipped.ShouldAllBe(s => s.Examples.Count <= 5);
        skipped.SelectMany(s => s.Examples).ShouldAllBe(e => e.StartsWith("line\ufffdbreak \ufffd \ufffd xxx") && e.Length <= 201);
    }

    private static NodeBody Node(string id, string metadata) => new(id, JsonSerializer.Deserialize<JsonElement>(metadata));
}
