namespace SloFunctions.Application.Graph;

/// <summary>A page of services.</summary>
/// <param name="Services">The services, by id.</param>
/// <param name="NextCursor">What to ask for next; null on the last page.</param>
public sealed record ServicePage(IReadOnlyList<ServiceSummary> Services, string? NextCursor);
