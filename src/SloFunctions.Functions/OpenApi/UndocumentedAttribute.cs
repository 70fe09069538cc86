namespace SloFunctions.Functions.OpenApi;

/// <summary>An HTTP function that is no part of the API and so not in the OpenAPI document.</summary>
/// <param name="reason">Why not.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class UndocumentedAttribute(string reason) : Attribute
{
    /// <summary>Why not.</summary>
    public string Reason => reason;
}
