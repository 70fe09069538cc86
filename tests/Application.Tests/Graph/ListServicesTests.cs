using SloFunctions.Application.Graph;
using SloFunctions.Testing.Ports;

namespace SloFunctions.Application.Tests.Graph;

public sealed class ListServicesTests
{
    private static readonly string[] Ids = ["Ä", "a", "b/c", "d e", "f", "🚀"];

    [Theory]
    [InlineData(1, 6)]
    [InlineData(2, 3)]
    [InlineData(4, 2)]
    [InlineData(6, 1)]
    [InlineData(500, 1)]
    public async Task Following_the_cursors_shows_every_service_once_in_order(int limit, int pages)
    {
        var useCase = new ListServices(new InMemoryServiceCatalog(Ids));
        var seen = new List<string>();
        string? cursor = null;
        int read = 0;
        do
        {
            var page = await useCase.HandleAsync(ServiceListQuery.Parse(cursor, $"{limit}").Value!, CancellationToken.None);
            page.Services.Count.ShouldBeInRange(1, limit);
            seen.AddRange(page.Services.Select(s => s.ServiceId));
            cursor = page.NextCursor;
            read++;
        }
        while (cursor is not null);

        seen.ShouldBe(Ids.Order(StringComparer.Ordinal));
        read.ShouldBe(pages);
    }

    [Fact]
    public async Task Without_services_there_is_one_empty_page()
    {
        var page = await new ListServices(new InMemoryServiceCatalog()).HandleAsync(new ServiceListQuery(null, 10), CancellationToken.None);

        page.Services.ShouldBeEmpty();
        page.NextCursor.ShouldBeNull();
    }
}
