using System.Text;
using SloFunctions.Application.Failures;
using SloFunctions.Application.Graph;
using SloFunctions.Domain.Graph;
using SloFunctions.Testing;
using SloFunctions.Testing.Ports;

namespace SloFunctions.Application.Tests.Graph;

public sealed class ReceiveGraphEventsTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly PartlyDownGraph graph = new();
    private readonly InMemoryDeadLetterStore deadLetters = new();
    private readonly FakeClock clock = new(Now);
    private readonly GraphInstruments instruments = new(TimeProvider.System);

    [Fact]
    public async Task An_event_is_ingested_with_its_time_where_the_submission_states_none()
    {
        var report = await HandleAsync(CloudEvents.Valid().Bytes());

        (report.Ingested, report.Refused.Count).ShouldBe((1, 0));
        var update = graph.Updates.ShouldHaveSingleItem();
        (update.Source, update.ObservedAt).ShouldBe((DiscoverySource.ServiceMesh, new DateTimeOffset(2026, 2, 28, 10, 0, 0, 500, TimeSpan.Zero)));
        update.Edges.ShouldHaveSingleItem().Target.Value.ShouldBe("b");
    }

    [Fact]
    public async Task The_time_of_the_submission_itself_goes_first_and_now_comes_last()
    {
        var stated = CloudEvents.Valid();
        stated["data"]!["timestamp"] = "2026-02-27T00:00:00Z";

        await HandleAsync(stated.Bytes(), CloudEvents.Valid("2").With("time", null).Bytes());

        graph.Updates.Select(u => u.ObservedAt).ShouldBe([new DateTimeOffset(2026, 2, 27, 0, 0, 0, TimeSpan.Zero), Now]);
    }

    [Fact]
    public async Task Data_may_be_given_as_bytes()
    {
        var graphEvent = CloudEvents.Valid();
        string data = Convert.ToBase64String(Encoding.UTF8.GetBytes(graphEvent["data"]!.ToJsonString()));

        (await HandleAsync(graphEvent.With("data", null).With("data_base64", $"\"{data}\"").Bytes())).Ingested.ShouldBe(1);
    }

    [Fact]
    public async Task An_event_at_fault_is_a_dead_letter_and_the_others_of_its_delivery_are_ingested()
    {
        var report = await HandleAsync(
            CloudEvents.Valid("1", "a", "b").Bytes(), CloudEvents.Valid("2", "c", "c").Bytes(), CloudEvents.Bytes("7"), CloudEvents.Valid("3", "a", "d").Bytes());

        report.Ingested.ShouldBe(2);
        graph.Updates.Select(u => u.Edges[0].Target.Value).ShouldBe(["b", "d"]);
        deadLetters.Letters.ShouldBe(report.Refused);
        deadLetters.Letters.Select(l => l.Reason).ShouldBe(["invalid-request", "no-cloud-event"]);
        var letter = deadLetters.Letters[0];
        letter.Errors.ShouldHaveSingleItem().Field.ShouldBe("edges[0].target");
        (letter.EventId, letter.EventSource, letter.EventType, letter.Subject).ShouldBe(("2", "/mesh", "Slo.Graph.DependenciesUpdated", "shop"));
        (letter.ReceivedAt, letter.Payload).ShouldBe((Now, CloudEvents.Valid("2", "c", "c").ToJsonString()));
        letter.PayloadBytes.ShouldBe(letter.Payload.Length);
    }

    [Fact]
    public async Task A_redelivered_event_makes_no_second_dead_letter_but_the_same_id_of_another_source_does()
    {
        var faulty = CloudEvents.Valid().With("data", "[]").Bytes();

        await HandleAsync(faulty, faulty);
        await HandleAsync(faulty, CloudEvents.Valid().With("data", "[]").With("source", "\"/other\"").Bytes());

        deadLetters.Letters.Select(l => l.EventSource).ShouldBe(["/mesh", "/other"]);
    }

    [Fact]
    public async Task While_the_database_is_away_for_one_event_the_others_are_ingested_and_all_are_asked_for_again()
    {
        graph.Down = "b";

        var failure = await Should.ThrowAsync<AggregateException>(HandleAsync(
            CloudEvents.Valid("1", "a", "b").Bytes(), CloudEvents.Bytes("{}"), CloudEvents.Valid("2", "a", "c").Bytes()));

        failure.InnerExceptions.ShouldHaveSingleItem().ShouldBeOfType<DependencyUnavailableException>();
        failure.Message.ShouldStartWith("Of 3 events 1 were ingested and 1 refused.");
        graph.Updates.ShouldHaveSingleItem().Edges[0].Target.Value.ShouldBe("c");
        deadLetters.Letters.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_database_that_stays_away_is_not_waited_for_by_every_event()
    {
        graph.Down = "b";

        await Should.ThrowAsync<AggregateException>(HandleAsync(
            [.. Enumerable.Range(0, 50).Select(i => CloudEvents.Valid($"{i}", "a", "b").Bytes())]));

        graph.Attempts.ShouldBe(3);
    }

    [Fact]
    public async Task An_event_that_trips_over_our_own_mistake_does_not_keep_the_others_out()
    {
        graph.Broken = "b";

        await Should.ThrowAsync<AggregateException>(HandleAsync(
            [.. Enumerable.Range(0, 5).Select(i => CloudEvents.Valid($"{i}", "a", i < 4 ? "b" : "c").Bytes())]));

        graph.Updates.ShouldHaveSingleItem().Edges[0].Target.Value.ShouldBe("c");
        deadLetters.Letters.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_cancelled_delivery_ends_at_once()
    {
        await Should.ThrowAsync<OperationCanceledException>(
            UseCase().HandleAsync([CloudEvents.Valid().Bytes(), CloudEvents.Valid("2").Bytes()], new CancellationToken(canceled: true)));

        graph.Attempts.ShouldBe(1);
    }

    [Fact]
    public async Task An_event_that_keeps_failing_for_long_enough_is_a_dead_letter_and_done_with()
    {
        graph.Broken = "b";
        var (good, poisoned) = (CloudEvents.Valid("1", "a", "c").Bytes(), CloudEvents.Valid("2", "a", "b").Bytes());
        for (int i = 0; i < 6; i++)
        {
            await Should.ThrowAsync<AggregateException>(HandleAsync(poisoned, good));
            clock.Advance(TimeSpan.FromSeconds(50));
        }

        var report = await HandleAsync(poisoned, good);

        (report.Ingested, deadLetters.Letters.Count).ShouldBe((1, 1));
        var letter = report.Refused.ShouldHaveSingleItem();
        (letter.Reason, letter.EventId, letter.ReceivedAt).ShouldBe(("keeps-failing", "2", Now.AddMinutes(5)));
        letter.Errors.ShouldHaveSingleItem().Message.ShouldContain("InvalidOperationException: A mistake of ours.");
        letter.Payload.ShouldContain("\"b\"");
    }

    [Fact]
    public async Task Few_failures_are_forgiven_however_far_apart_and_outages_however_many()
    {
        var poisoned = CloudEvents.Valid("1", "a", "b").Bytes();
        graph.Broken = "b";
        for (int i = 0; i < 4; i++)
        {
            await Should.ThrowAsync<AggregateException>(HandleAsync(poisoned));
            clock.Advance(TimeSpan.FromHours(1));
        }

        (graph.Broken, graph.Down) = (null, "b");
        for (int i = 0; i < 20; i++) await Should.ThrowAsync<AggregateException>(HandleAsync(poisoned));

        deadLetters.Letters.ShouldBeEmpty();
    }

    private Task<GraphEventReport> HandleAsync(params ReadOnlyMemory<byte>[] events) => UseCase().HandleAsync(events, CancellationToken.None);

    private ReceiveGraphEvents UseCase() => new(
        new IngestGraph(graph.Store, new CountedIds(), clock), new GraphDeadLetters(deadLetters, new GraphPolicy(), instruments, clock));

    public void Dispose() => instruments.Dispose();

    private sealed class PartlyDownGraph
    {
        public PartlyDownGraph() => Store = new InMemoryGraphStore { BeforeUpsert = Refuse };

        public InMemoryGraphStore Store { get; }

        public IReadOnlyList<GraphUpdate> Updates => Store.Updates;

        public string? Down { get; set; }

        public string? Broken { get; set; }

        public int Attempts { get; private set; }

        private void Refuse(GraphUpdate update)
        {
            Attempts++;
            string target = update.Edges[0].Target.Value;
            if (target == Broken) throw new InvalidOperationException("A mistake of ours.");
            if (target == Down) throw new DependencyUnavailableException("postgresql", TimeSpan.FromSeconds(5), null);
        }
    }
}
