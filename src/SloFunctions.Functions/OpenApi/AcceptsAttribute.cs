namespace SloFunctions.Functions.OpenApi;

/// <summary>The body that a function reads: JSON, uncompressed, of bounded size.</summary>
/// <param name="body">The record it is read into.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AcceptsAttribute(Type body) : Attribute
{
    /// <summary>The record it is read into.</summary>
    public Type Body => body;

    /// <summary>Whether a request may come without it.</summary>
    public bool Optional { get; init; }

    /// <summary>A valid body as JSON, for people to learn from and for tests; null for none.</summary>
    public string? Example { get; init; }
}
