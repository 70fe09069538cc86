using SloFunctions.Domain.Graph;

namespace SloFunctions.Application.Graph;

/// <summary>Services that a submission made need each other.</summary>
/// <param name="Id">The id to acknowledge and resolve it by.</param>
/// <param name="CyclePath">A way round; it ends where it begins.</param>
/// <param name="ServiceCount">The number of services that all need each other.</param>
/// <param name="Recommendation">What to do about it.</param>
public sealed record NewCycle(Guid Id, IReadOnlyList<string> CyclePath, int ServiceCount, string Recommendation)
{
    /// <summary>Describes a cycle.</summary>
    public static NewCycle Of(Guid id, CircularDependency cycle) => new(
        id,
        [.. cycle.Path.Select(s => s.Value)],
        cycle.Members.Count,
        $"{cycle.Members.Count} services need each other and count as one, as available as the weakest of them. "
        + $"Make one of the calls along {string.Join(" → ", cycle.Path.Take(4))}{(cycle.Path.Count > 4 ? " → …" : "")} asynchronous.");
}
