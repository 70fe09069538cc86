using SloFunctions.Infrastructure.Prometheus;

namespace SloFunctions.Infrastructure.Tests.Prometheus;

public sealed class PrometheusHealthTests : IAsyncLifetime
{
    private StubServer stub = null!;

    private PrometheusConnection Connection { get; set; } = null!;

    private PrometheusHealth Health { get; set; } = null!;

    public async Task InitializeAsync()
    {
        stub = await StubServer.StartAsync();
        Connection = new PrometheusConnection(stub.Options);
        Health = new PrometheusHealth(Connection, stub.Options, stub.Clock);
    }

    public async Task DisposeAsync()
    {
        Connection.Dispose();
        await stub.DisposeAsync();
    }

    [Fact]
    public async Task A_server_that_answers_is_up()
    {
        var health = await Health.CheckAsync(CancellationToken.None);

        (health.Name, health.Status, health.Required, health.Detail).ShouldBe(("prometheus", "up", false, null));
        (await Health.IsReachableAsync(CancellationToken.None)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_server_that_fails_is_down()
    {
        stub.Answer = StubServer.Text("broken", 502);

        (await Health.IsReachableAsync(CancellationToken.None)).ShouldBeFalse();
        var health = await Health.CheckAsync(CancellationToken.None);
        (health.Status, health.Detail).ShouldBe(("down", "The server answers with status 502."));
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_down()
    {
        await stub.DisposeAsync();

        var health = await Health.CheckAsync(CancellationToken.None);

        (health.Status, health.Detail).ShouldBe(("down", "No connection."));
    }

    [Fact]
    public async Task A_server_that_does_not_answer_in_time_is_down()
    {
        stub.Answer = StubServer.Never;
        var check = Health.CheckAsync(CancellationToken.None);
        await stub.NextArrivalAsync();

        stub.Clock.Advance(stub.Options.ProbeTimeout);

        var health = await check;
        (health.Status, health.Detail).ShouldBe(("down", "No answer within 1 s."));
    }

    [Fact]
    public async Task Fifty_who_ask_at_once_share_one_probe_and_one_who_leaves_disturbs_nobody()
    {
        var release = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        stub.Answer = async context =>
        {
            await release.Task;
            await StubServer.Text(StubServer.Empty)(context);
        };
        using var leaving = new CancellationTokenSource();
        var first = Health.IsReachableAsync(leaving.Token).AsTask();
        var others = Enumerable.Range(0, 49).Select(_ => Health.IsReachableAsync(CancellationToken.None).AsTask()).ToArray();
        await stub.NextArrivalAsync();

        await leaving.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(first);
        release.SetResult();

        (await Task.WhenAll(others)).ShouldAllBe(up => up);
        stub.Arrivals.Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_answer_holds_for_two_seconds()
    {
        (await Health.IsReachableAsync(CancellationToken.None)).ShouldBeTrue();
        stub.Answer = StubServer.Text("broken", 500);

        stub.Clock.Advance(TimeSpan.FromSeconds(1.9));
        (await Health.IsReachableAsync(CancellationToken.None)).ShouldBeTrue();

        stub.Clock.Advance(TimeSpan.FromSeconds(0.1));
        (await Health.IsReachableAsync(CancellationToken.None)).ShouldBeFalse();
        stub.Arrivals.Count.ShouldBe(2);
    }

    [Fact]
    public async Task While_a_server_hangs_requests_go_on_with_its_last_answer()
    {
        (await Health.IsReachableAsync(CancellationToken.None)).ShouldBeTrue();
        await stub.NextArrivalAsync();
        stub.Answer = StubServer.Never;
        stub.Clock.Advance(TimeSpan.FromSeconds(2));

        var meanwhile = Health.IsReachableAsync(CancellationToken.None).AsTask();
        await stub.NextArrivalAsync();
        stub.Clock.Advance(TimeSpan.FromMilliseconds(100));

        (await meanwhile).ShouldBeTrue();
        stub.Clock.Advance(stub.Options.ProbeTimeout);
        (await Health.CheckAsync(CancellationToken.None)).Status.ShouldBe("down");
        (await Health.IsReachableAsync(CancellationToken.None)).ShouldBeFalse();
    }
}
