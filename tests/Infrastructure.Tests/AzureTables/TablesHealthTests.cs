using System.Net;
using SloFunctions.Infrastructure.AzureTables;
using SloFunctions.Testing;

namespace SloFunctions.Infrastructure.Tests.AzureTables;

public sealed class TablesHealthTests(TableServer server) : IClassFixture<TableServer>, IDisposable
{
    private readonly FakeClock clock = new(new DateTimeOffset(2026, 11, 1, 12, 0, 0, TimeSpan.Zero));
    private readonly CountedWire wire = new();

    public void Dispose() => wire.Dispose();

    [Fact]
    public async Task A_service_that_answers_is_up_even_before_the_table_is_made()
    {
        var health = await Health().CheckAsync(CancellationToken.None);

        (health.Name, health.Status, health.Required, health.Detail).ShouldBe(("tables", "up", false, null));
    }

    [Fact]
    public async Task It_is_asked_once_in_two_seconds_however_many_want_to_know()
    {
        var health = Health();

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => health.CheckAsync(CancellationToken.None)));
        wire.Requests.ShouldBe(1);
        clock.Advance(TimeSpan.FromSeconds(2));
        await health.CheckAsync(CancellationToken.None);
        wire.Requests.ShouldBe(2);
    }

    [Fact]
    public async Task A_service_that_refuses_is_down()
    {
        wire.Instead = _ => Task.FromResult(new HttpResponseMessage(HttpStatusCode.Forbidden));

        (await DownAsync(Health())).ShouldBe("The service answers with status 403.");
    }

    [Fact]
    public async Task A_service_that_is_not_there_is_down()
    {
        wire.Instead = _ => throw new HttpRequestException("refused");

        (await DownAsync(Health())).ShouldBe("No connection.");
    }

    [Fact]
    public async Task A_service_that_does_not_answer_in_time_is_down()
    {
        wire.Instead = async cancellation =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellation);
            return new HttpResponseMessage();
        };
        var check = DownAsync(Health());
        await clock.WhenTimerIsSetAsync(clock.GetUtcNow() + TimeSpan.FromSeconds(1));
        clock.Advance(TimeSpan.FromSeconds(1));

        (await check).ShouldBe("No answer within 1 s.");
    }

    [Fact]
    public async Task Without_a_storage_account_nothing_is_down()
    {
        var health = await new TablesHealth(new RateLimitTable(null), new RateLimitOptions(), clock).CheckAsync(CancellationToken.None);

        (health.Status, health.Required).ShouldBe(("up", false));
        health.Detail.ShouldNotBeNullOrEmpty();
    }

    private static async Task<string?> DownAsync(TablesHealth health)
    {
        var answer = await health.CheckAsync(CancellationToken.None);
        answer.Status.ShouldBe("down");
        return answer.Detail;
    }

    private TablesHealth Health() => new(new RateLimitTable(wire.Table(server.ConnectionString, "none")), new RateLimitOptions(), clock);
}
