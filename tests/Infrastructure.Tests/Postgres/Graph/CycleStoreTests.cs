using SloFunctions.Application.Graph;
using SloFunctions.Domain.Graph;
using SloFunctions.Infrastructure.Postgres;
using SloFunctions.Infrastructure.Postgres.Graph;
using static SloFunctions.Infrastructure.Tests.Postgres.Graph.Submissions;

namespace SloFunctions.Infrastructure.Tests.Postgres.Graph;

[Collection(PostgresTests.Name)]
public sealed class CycleStoreTests(MigratedDatabase database) : IClassFixture<MigratedDatabase>
{
    private readonly PostgresCycleStore cycles = new(new PostgresDatabase(database.Application));

    [Fact]
    public async Task A_cycle_is_open_until_somebody_acknowledges_and_resolves_it()
    {
        var receipt = await StoreAsync(Manual(Chain("do-a", "do-b", "do-c", "do-a")));
        var id = receipt.NewCycles.ShouldHaveSingleItem().Id;
        var open = (await cycles.FindAsync(id, CancellationToken.None)).ShouldNotBeNull();
        open.CyclePath.ShouldBe(["do-a", "do-b", "do-c", "do-a"]);
        open.Services.ShouldBe(["do-a", "do-b", "do-c"]);
        (open.Status, open.IsPresent, open.DetectedAt).ShouldBe(("open", true, Noon));

        await cycles.AcknowledgeAsync(id, "ann", Noon.AddHours(1), CancellationToken.None);
        await cycles.AcknowledgeAsync(id, "bob", Noon.AddHours(2), CancellationToken.None);
        var noted = (await cycles.FindAsync(id, CancellationToken.None)).ShouldNotBeNull();
        (noted.Status, noted.AcknowledgedBy, noted.AcknowledgedAt).ShouldBe(("acknowledged", "ann", Noon.AddHours(1)));

        await cycles.ResolveAsync(id, "cem", "It is meant to be.", Noon.AddHours(3), CancellationToken.None);
        await cycles.ResolveAsync(id, "dan", null, Noon.AddHours(4), CancellationToken.None);
        var resolved = (await cycles.FindAsync(id, CancellationToken.None)).ShouldNotBeNull();
        (resolved.Status, resolved.IsPresent, resolved.ResolvedBy, resolved.ResolvedAt, resolved.ResolutionNotes)
            .ShouldBe(("resolved", true, "cem", Noon.AddHours(3), "It is meant to be."));

        (await StoreAsync(Manual(Edge("do-c", "do-x")))).NewCycles.ShouldBeEmpty("It has not come back, it was there all the time.");
        (await cycles.FindAsync(id, CancellationToken.None)).ShouldNotBeNull().Status.ShouldBe("resolved");
    }

    [Fact]
    public async Task A_cycle_that_is_broken_resolves_itself_and_one_that_comes_back_is_open_again()
    {
        var id = (await StoreAsync(Manual(Chain("back-a", "back-b", "back-a")))).NewCycles.ShouldHaveSingleItem().Id;

        await StoreAsync(Manual(Edge("back-b", "back-a", mode: CommunicationMode.Async)));
        var gone = (await cycles.FindAsync(id, CancellationToken.None)).ShouldNotBeNull();
        (gone.Status, gone.IsPresent, gone.ResolvedBy).ShouldBe(("resolved", false, null));

        (await StoreAsync(Manual(Edge("back-b", "back-a")))).NewCycles.ShouldHaveSingleItem().Id.ShouldBe(id);
        var again = (await cycles.FindAsync(id, CancellationToken.None)).ShouldNotBeNull();
        (again.Status, again.IsPresent, again.ResolvedAt, again.ResolutionNotes).ShouldBe(("open", true, null, null));
    }

    [Fact]
    public async Task The_same_services_may_need_each_other_along_another_way()
    {
        var id = (await StoreAsync(Manual([.. Chain("way-a", "way-b", "way-c", "way-a"), Edge("way-c", "way-b")]))).NewCycles.ShouldHaveSingleItem().Id;

        (await StoreAsync(Manual(Edge("way-b", "way-a")))).NewCycles.ShouldBeEmpty();

        (await cycles.FindAsync(id, CancellationToken.None)).ShouldNotBeNull().CyclePath.ShouldBe(["way-a", "way-b", "way-a"]);
    }

    [Fact]
    public async Task Cycles_are_listed_page_by_page_and_by_status()
    {
        await StoreAsync(Manual([.. Enumerable.Range(0, 5).SelectMany(i => Chain($"page-{i}", $"page-{i}x", $"page-{i}"))]));
        var useCase = new HandleCycles(cycles, TimeProvider.System);

        var seen = new List<Guid>();
        string? cursor = null;
        do
        {
            var page = await useCase.ListAsync(CycleQuery.Parse("open", cursor, "2").Value!, CancellationToken.None);
            page.CircularDependencies.Count.ShouldBeLessThanOrEqualTo(2);
            seen.AddRange(page.CircularDependencies.Select(c => c.Id));
            cursor = page.NextCursor;
        }
        while (cursor is not null);

        var all = (await cycles.ListAsync(CycleStatus.Open, null, 500, CancellationToken.None)).Select(c => c.Id).ToList();
        seen.ShouldBe(all);
        seen.Count.ShouldBeGreaterThanOrEqualTo(5);
    }

    private Task<IngestionReceipt> StoreAsync(GraphUpdate update) => Into(database).StoreAsync(update, CancellationToken.None);
}
