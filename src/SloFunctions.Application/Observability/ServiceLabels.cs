using System.Collections.Concurrent;

namespace SloFunctions.Application.Observability;

/// <summary>The labels of services in metrics: the first so many have one of their own. Safe for use by several threads.</summary>
public sealed class ServiceLabels
{
    /// <summary>Services that get a series of their own; those that come later share <see cref="Others"/>.</summary>
    public const int MostServices = 1000;

    /// <summary>The label of services beyond <see cref="MostServices"/>.</summary>
    public const string Others = "other";

    private readonly ConcurrentDictionary<string, string> services = new(StringComparer.Ordinal);

    /// <summary>The label of a service.</summary>
    public string Of(string service)
    {
        if (services.TryGetValue(service, out string? known)) return known;
        // Two that come at once may pass the limit together; it is there against growth without end, not to be exact.
        return services.Count < MostServices ? services.GetOrAdd(service, service) : Others;
    }
}
