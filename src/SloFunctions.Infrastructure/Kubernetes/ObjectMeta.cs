namespace SloFunctions.Infrastructure.Kubernetes;

/// <summary>What every object of a cluster tells of itself.</summary>
/// <param name="Name">Its name, unique among its kind in its namespace.</param>
/// <param name="Namespace">Its namespace.</param>
/// <param name="Labels">Its labels.</param>
/// <param name="Annotations">Its annotations.</param>
internal sealed record ObjectMeta(
    string? Name, string? Namespace, IReadOnlyDictionary<string, string?>? Labels, IReadOnlyDictionary<string, string?>? Annotations)
{
    /// <summary>An annotation without the white space around it; null when it is missing or empty.</summary>
    public string? Annotation(string name) => Annotations?.GetValueOrDefault(name)?.Trim() is { Length: > 0 } text ? text : null;
}
