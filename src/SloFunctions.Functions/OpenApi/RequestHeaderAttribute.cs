namespace SloFunctions.Functions.OpenApi;

/// <summary>A header of requests; it may always be left out.</summary>
/// <inheritdoc cref="ParameterAttribute(string, Type, string)"/>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class RequestHeaderAttribute(string name, Type type, string description) : ParameterAttribute(name, type, description);
