using System.Text;
using SloFunctions.Application.Graph;
using SloFunctions.Domain.Graph;
using SloFunctions.Infrastructure.Postgres;
using SloFunctions.Infrastructure.Postgres.Graph;
using static SloFunctions.Infrastructure.Tests.Postgres.Graph.Submissions;

namespace SloFunctions.Infrastructure.Tests.Postgres.Graph;

[Collection(PostgresTests.Name)]
public sealed class ServiceCatalogTests(MigratedDatabase database) : IClassFixture<MigratedDatabase>
{
    // In the order of their UTF-8 bytes; UTF-16 units and dictionaries order some of them otherwise.
    private static readonly string[] Names = ["A", "Z", "_", "a", "a b", "a-b", "aa", "ab", "z", "é", "日", "\uff5e", "🛒"];

    private readonly PostgresServiceCatalog catalog = new(new PostgresDatabase(database.Application));

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(13)]
    [InlineData(500)]
    public async Task Pages_put_together_are_all_services_in_byte_order(int size)
    {
        await WriteAsync();
        var list = new ListServices(catalog);
        var seen = new List<string>();
        ServicePage page;
        string? cursor = null;
        do
        {
            ServiceListQuery.Parse(cursor, $"{size}").TryGet(out var query, out _).ShouldBeTrue();
            page = await list.HandleAsync(query!, CancellationToken.None);
            seen.AddRange(page.Services.Select(s => s.ServiceId));
            cursor = page.NextCursor;
        }
        while (cursor is not null);

        seen.ShouldBe(Names);
        seen.ShouldBe(Names.OrderBy(n => Convert.ToHexString(Encoding.UTF8.GetBytes(n)), StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_service_shows_what_is_stored_of_it()
    {
        await WriteAsync();

        var services = await catalog.ListAsync(ServiceId.Of("_"), 2, CancellationToken.None);

        var (first, second) = (services[0], services[1]);
        (first.ServiceId, first.Team, first.Criticality, first.Tier, first.ServiceType, first.Discovered).ShouldBe(("a", "t", "high", 2, "internal", false));
        first.Metadata.GetProperty("k").GetInt32().ShouldBe(1);
        (second.Team, second.Criticality, second.Tier, second.Discovered).ShouldBe((null, "medium", null, true));
    }

    private Task<IngestionReceipt> WriteAsync() => Into(database).StoreAsync(
        Nodes([Node("a", """{"k": 1}""", ServiceCriticality.High, "t", 2), .. Names.Where(n => n != "a").Reverse().Select(n => Node(n, metadata: null))]),
        CancellationToken.None);
}
