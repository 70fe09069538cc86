namespace SloFunctions.Functions.OpenApi;

/// <summary>A query parameter; it may always be left out.</summary>
/// <inheritdoc cref="ParameterAttribute(string, Type, string)"/>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class QueryAttribute(string name, Type type, string description) : ParameterAttribute(name, type, description);
