namespace SloFunctions.Application.Graph;

/// <summary>Shows the registered services, page by page.</summary>
public sealed class ListServices(IServiceCatalog catalog)
{
    /// <summary>Reads one page.</summary>
    public async Task<ServicePage> HandleAsync(ServiceListQuery query, CancellationToken cancellation)
    {
        var services = await catalog.ListAsync(query.After, query.Limit + 1, cancellation);
        if (services.Count <= query.Limit) return new ServicePage(services, null);
        return new ServicePage([.. services.Take(query.Limit)], ServiceListQuery.CursorAfter(services[query.Limit - 1].ServiceId));
    }
}
