namespace SloFunctions.Functions.OpenApi;

/// <summary>
/// A part of the route, named as the route names it. Needed only for what the name does not tell: <c>serviceId</c> is a service's
/// id, any other name that ends with <c>Id</c> a UUID.
/// </summary>
/// <inheritdoc cref="ParameterAttribute(string, Type, string)"/>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class RouteValueAttribute(string name, Type type, string description) : ParameterAttribute(name, type, description);
