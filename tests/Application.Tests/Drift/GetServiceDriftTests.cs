using SloFunctions.Application.Drift;
using SloFunctions.Application.Drift.Documents;
using SloFunctions.Domain.Graph;

namespace SloFunctions.Application.Tests.Drift;

public sealed class GetServiceDriftTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 10, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(true, 5)]
    [InlineData(false, 15)]
    public async Task The_next_look_is_due_by_how_critical_a_service_is(bool isCritical, int minutes)
    {
        var found = (await AskAsync(new KnownDrift(isCritical, Noon, []))).ShouldNotBeNull();

        (found.EvaluatedAt, found.NextEvaluationDue).ShouldBe((Noon, Noon.AddMinutes(minutes)));
    }

    [Fact]
    public async Task A_series_that_nobody_has_looked_at_says_so()
    {
        var found = (await AskAsync(new KnownDrift(true, null, [new("latency", DriftState.NotEvaluated, null, null, null)]))).ShouldNotBeNull();

        found.NextEvaluationDue.ShouldBeNull();
        var series = found.Series.ShouldHaveSingleItem();
        (series.Verdict, series.Reason, series.Votes, series.VotesNeeded, series.Change, series.Baseline).ShouldBe(("not_evaluated", null, 0, 2, null, null));
        series.Detectors.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_service_that_is_not_registered_is_not_known() =>
        (await new GetServiceDrift(new One(null), new DriftRunPolicy()).HandleAsync("nobody", CancellationToken.None)).Error!.Code.ShouldBe("service-not-found");

    [Fact]
    public async Task An_id_that_is_none_is_refused() =>
        (await new GetServiceDrift(new One(null), new DriftRunPolicy()).HandleAsync(" ", CancellationToken.None)).Error.Fields().ShouldBe("service_id");

    private static async Task<ServiceDriftDocument?> AskAsync(KnownDrift known) =>
        (await new GetServiceDrift(new One(known), new DriftRunPolicy()).HandleAsync("checkout", CancellationToken.None)).Value;

    private sealed class One(KnownDrift? known) : IDriftReader
    {
        public Task<KnownDrift?> FindAsync(ServiceId service, CancellationToken cancellation) => Task.FromResult(known);
    }
}
