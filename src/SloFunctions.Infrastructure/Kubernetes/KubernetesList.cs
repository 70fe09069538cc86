namespace SloFunctions.Infrastructure.Kubernetes;

/// <summary>A page of objects.</summary>
/// <typeparam name="T">Their kind.</typeparam>
/// <param name="Metadata">Where the next page begins.</param>
/// <param name="Items">The objects.</param>
internal sealed record KubernetesList<T>(KubernetesList<T>.Position? Metadata, IReadOnlyList<T>? Items)
{
    /// <summary>Where the next page begins.</summary>
    /// <param name="Continue">What to ask for; empty on the last page.</param>
    internal sealed record Position(string? Continue);
}
