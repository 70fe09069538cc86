namespace Microsoft.DurableTask;

/// <summary>A part of a list.</summary>
/// <param name="values">What it holds.</param>
/// <param name="continuationToken">Where the next part begins; null after the last.</param>
public sealed class Page<T>(IReadOnlyList<T> values, string? continuationToken = null)
    where T : notnull
{
    /// <summary>What it holds.</summary>
    public IReadOnlyList<T> Values => values;

    /// <summary>Where the next part begins; null after the last.</summary>
    public string? ContinuationToken => continuationToken;
}
