using System.Text;
using SloFunctions.Application.Failures;
using SloFunctions.Application.Graph;
using SloFunctions.Domain.Results;
using SloFunctions.Infrastructure.Postgres;
using SloFunctions.Infrastructure.Postgres.Graph;
using SloFunctions.Testing;
using SloFunctions.Testing.Ports;

namespace SloFunctions.Infrastructure.Tests.Postgres.Graph;

[Collection(PostgresTests.Name)]
public sealed class DeadLetterStoreTests(MigratedDatabase database) : IClassFixture<MigratedDatabase>
{
    private readonly PostgresDeadLetterStore store = new(new PostgresDatabase(database.Application));

    [Fact]
    public async Task A_letter_is_kept_whole()
    {
        await store.AddAsync(Letter("whole") with { ReceivedAt = new DateTimeOffset(2026, 3, 1, 14, 0, 0, TimeSpan.FromHours(2)) }, CancellationToken.None);

        (await LineAsync("whole")).ShouldBe(
            """no-cloud-event/[{"field": "id", "message": "A \"text\" is required."}]/1/\/mesh/t/s/{"half": 1/12345/2026-03-01 12:00:00""");
    }

    [Fact]
    public async Task What_could_not_be_read_is_null()
    {
        await store.AddAsync(Letter("bare") with { Errors = [], EventId = null, EventSource = null, EventType = null, Subject = null }, CancellationToken.None);

        (await LineAsync("bare")).ShouldBe("""no-cloud-event/[]/null/null/null/null/{"half": 1/12345/2026-03-01 12:00:00""");
    }

    [Fact]
    public async Task A_second_delivery_leaves_the_first_letter_as_it_is()
    {
        await store.AddAsync(Letter("twice"), CancellationToken.None);
        string before = await LineAsync("twice");

        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => store.AddAsync(Letter("twice") with { Reason = "no-data", PayloadBytes = i }, CancellationToken.None)));

        (await LineAsync("twice")).ShouldBe(before);
    }

    [Theory]
    [InlineData("\0")]
    [InlineData("""{"id":"\u0000\u0001","source":"\u202e","type":"\uffff","subject":"'; DROP TABLE slo.services; --"}""")]
    [InlineData("""{"specversion":"1.0","id":"hostile","source":"s","type":"Slo.Graph.DependenciesUpdated","data":{"nodes":[{"\u0000":]}]}}""")]
    [InlineData("""{"specversion":"1.0","id":"path","source":"s","type":"Slo.Graph.DependenciesUpdated","data":{"nodes":{"a\u0000\ud800":1}}}""")]
    [InlineData("""{"specversion":"1.0","id":"hostile","source":"\ud800","type":"Slo.Graph.DependenciesUpdated"}""")]
    public async Task Whatever_is_refused_can_be_kept(string text)
    {
        using var instruments = new GraphInstruments(TimeProvider.System);
        var clock = new FakeClock(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
        var graph = new PostgresGraphStore(new PostgresDatabase(database.Application), new SnapshotCache());
        var useCase = new ReceiveGraphEvents(new IngestGraph(graph, new CountedIds(), clock), new GraphDeadLetters(store, new GraphPolicy(), instruments, clock));

        var letter = (await useCase.HandleAsync([Encoding.UTF8.GetBytes(text)], CancellationToken.None)).Refused.ShouldHaveSingleItem();

        await using var connection = await database.OpenAsync("slo_app");
        (await connection.LinesAsync("SELECT delivery_key::text FROM slo.graph_event_dead_letters")).ShouldContain(letter.DeliveryKey);
    }

    [Fact]
    public async Task Failures_are_counted_by_delivery_from_the_first_and_forgotten_after_a_week()
    {
        var first = new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
        await store.CountFailureAsync("failing-other", first, CancellationToken.None);
        for (int i = 0; i < 3; i++)
            (await store.CountFailureAsync("failing", first.AddDays(i), CancellationToken.None)).ShouldBe(new FailedDelivery(i + 1, first));
        (await store.CountFailureAsync("failing", first.AddDays(-1), CancellationToken.None)).Attempts.ShouldBe(4, "Another instance's clock is late.");

        (await store.CountFailureAsync("failing", first.AddDays(8), CancellationToken.None)).Attempts.ShouldBe(5);

        (await store.CountFailureAsync("failing-other", first.AddDays(8), CancellationToken.None)).ShouldBe(new FailedDelivery(1, first.AddDays(8)));
    }

    [Fact]
    public async Task The_largest_letter_fits()
    {
        string text = new('x', GraphEventDeadLetter.MaxTextBytes);
        await store.AddAsync(
            Letter(new string('k', 255)) with
            {
                EventId = text,
                EventSource = text,
                EventType = text,
                Subject = text,
                Payload = new string('p', GraphEventDeadLetter.MaxPayloadBytes),
                Errors = [.. Enumerable.Repeat(new FieldError(text, text), 20)],
            },
            CancellationToken.None);

        (await LineAsync(new string('k', 255))).Length.ShouldBeGreaterThan(GraphEventDeadLetter.MaxPayloadBytes);
    }

    [Fact]
    public async Task A_database_that_does_not_answer_is_told_from_a_letter_at_fault()
    {
        await using var nowhere = PostgresDataSource.Create(new PostgresOptions { ConnectionString = "Host=127.0.0.1;Port=1;Username=slo" });
        var away = new PostgresDeadLetterStore(new PostgresDatabase(nowhere));

        await Should.ThrowAsync<DependencyUnavailableException>(away.AddAsync(Letter("away"), CancellationToken.None));
    }

    private static GraphEventDeadLetter Letter(string key) => new(
        key,
        "no-cloud-event",
        [new FieldError("id", "A \"text\" is required.")],
        "1",
        "/mesh",
        "t",
        "s",
        new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero),
        """{"half": 1""",
        12345);

    private async Task<string> LineAsync(string key)
    {
        await using var connection = await database.OpenAsync("slo_app");
        return (await connection.LinesAsync($"""
            SELECT concat_ws('/', reason, errors, coalesce(event_id, 'null'), coalesce(replace(event_source, '/', '\/'), 'null'), coalesce(event_type, 'null'),
              coalesce(subject, 'null'), payload, payload_bytes, to_char(received_at AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS'))
            FROM slo.graph_event_dead_letters WHERE delivery_key = '{key}'
            """)).ShouldHaveSingleItem();
    }
}
