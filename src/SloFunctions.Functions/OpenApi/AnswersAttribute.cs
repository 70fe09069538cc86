namespace SloFunctions.Functions.OpenApi;

/// <summary>An answer of a function that is no problem.</summary>
/// <param name="status">The HTTP status.</param>
/// <param name="body">The record that its body shows; null when there is no body.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class AnswersAttribute(int status, Type? body = null) : Attribute
{
    /// <summary>The HTTP status.</summary>
    public int Status => status;

    /// <summary>The record that its body shows; null when there is no body.</summary>
    public Type? Body => body;

    /// <summary>The media type of the body.</summary>
    public string ContentType { get; init; } = "application/json";

    /// <summary>When it is given, as a sentence; what the record says of itself when null.</summary>
    public string? Description { get; init; }
}
