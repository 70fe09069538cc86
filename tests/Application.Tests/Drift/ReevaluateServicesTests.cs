using Microsoft.Extensions.Logging.Abstractions;
using SloFunctions.Application.Drift;
using SloFunctions.Application.Tests.Recommendations;
using SloFunctions.Domain.Graph;

namespace SloFunctions.Application.Tests.Drift;

public sealed class ReevaluateServicesTests
{
    [Fact]
    public async Task A_drifted_service_gets_new_recommendations()
    {
        var scene = await DriftScene.OpenAsync();
        await scene.Shop.GetAsync();
        scene.Telemetry.Latency = (service, time) => service == "checkout" && time >= DriftScene.Noon.AddMinutes(-25) ? 1.3 : 1;
        scene.Clock.Advance(TimeSpan.FromMinutes(1));

        (await scene.RunAsync()).Reevaluated.ShouldBe(new ReevaluationReport(1, 0, 0));

        scene.Shop.Store.Saved.Count.ShouldBe(2);
        scene.Store.Queued.ShouldBe(0);
    }

    [Fact]
    public async Task What_cannot_be_computed_is_tried_again_later_and_then_given_up()
    {
        var shop = await Shop.OpenAsync();
        shop.Turns.BeforeWork = () => throw new InvalidOperationException("never");
        var backlog = new OneEntry(ServiceId.Of("checkout"), shop.Clock.GetUtcNow());
        var useCase = new ReevaluateServices(backlog, shop.Serving.Generations, new DriftRunPolicy(), shop.Clock, NullLogger<ReevaluateServices>.Instance);
        var reports = new List<ReevaluationReport>();

        for (int i = 0; i < ReevaluateServices.MostAttempts; i++)
        {
            reports.Add(await useCase.HandleAsync(shop.Clock.GetUtcNow().AddMinutes(4), CancellationToken.None));
            shop.Clock.Advance(TimeSpan.FromHours(1));
        }

        reports.ShouldBe([.. Enumerable.Repeat(new ReevaluationReport(0, 1, 0), ReevaluateServices.MostAttempts - 1), new ReevaluationReport(0, 0, 1)]);
        backlog.Due.ShouldBeNull();
    }

    private sealed class OneEntry(ServiceId service, DateTimeOffset queuedAt) : IReevaluationBacklog
    {
        private int attempts;

        public DateTimeOffset? Due { get; private set; } = queuedAt;

        public Task<QueuedReevaluation?> ClaimAsync(DateTimeOffset now, DateTimeOffset leasedUntil, CancellationToken cancellation)
        {
            if (Due is not { } due || due > now) return Task.FromResult<QueuedReevaluation?>(null);
            Due = leasedUntil;
            return Task.FromResult<QueuedReevaluation?>(new QueuedReevaluation(service, queuedAt, ++attempts));
        }

        public Task RemoveAsync(QueuedReevaluation entry, CancellationToken cancellation)
        {
            Due = null;
            return Task.CompletedTask;
        }

        public Task PostponeAsync(QueuedReevaluation entry, DateTimeOffset next, CancellationToken cancellation)
        {
            Due = next;
            return Task.CompletedTask;
        }
    }
}
