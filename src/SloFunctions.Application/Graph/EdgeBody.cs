namespace SloFunctions.Application.Graph;

/// <summary>A dependency as submitted.</summary>
/// <param name="Source">The caller's id.</param>
/// <param name="Target">The id of the service called.</param>
/// <param name="Attributes">How it is called; all optional.</param>
public sealed record EdgeBody(string? Source, string? Target, EdgeAttributesBody? Attributes);
