namespace SloFunctions.Functions.OpenApi;

/// <summary>A header that some answers of a function have.</summary>
/// <param name="name">Its name.</param>
/// <param name="description">What it tells, as a sentence.</param>
/// <param name="statuses">The statuses of the answers that have it.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class AnswerHeaderAttribute(string name, string description, params int[] statuses) : Attribute
{
    /// <summary>Its name.</summary>
    public string Name => name;

    /// <summary>What it tells, as a sentence.</summary>
    public string Description => description;

    /// <summary>The statuses of the answers that have it.</summary>
    public int[] Statuses => statuses;

    /// <summary>A regular expression that its values match; null for any.</summary>
    public string? Pattern { get; init; }

    /// <summary>Whether it may be missing.</summary>
    public bool Optional { get; init; }
}
