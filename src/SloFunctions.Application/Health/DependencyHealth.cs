namespace SloFunctions.Application.Health;

/// <summary>How a server that we depend on is doing.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Status"><c>up</c> or <c>down</c>.</param>
/// <param name="Required">Whether nothing works without it.</param>
/// <param name="Detail">Why it counts as down, or that it is up without being used; null when it is simply up.</param>
public sealed record DependencyHealth(string Name, string Status, bool Required, string? Detail)
{
    /// <summary>Since when this instance has seen it so; null when it has not looked before.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Why it last counted as down; null when this instance has never seen it so.</summary>
    public string? LastError { get; init; }

    /// <summary>Whether requests reach it: <c>closed</c> when they do, <c>open</c>, <c>half_open</c>; null where nothing keeps them from it.</summary>
    public string? Breaker { get; init; }
}
