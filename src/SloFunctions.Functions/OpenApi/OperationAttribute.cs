namespace SloFunctions.Functions.OpenApi;

/// <summary>An HTTP function that the OpenAPI document tells of.</summary>
/// <param name="tag">The capability it belongs to, for people.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OperationAttribute(string tag) : Attribute
{
    /// <summary>The capability it belongs to, for people.</summary>
    public string Tag => tag;
}
