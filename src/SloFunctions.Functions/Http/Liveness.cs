namespace SloFunctions.Functions.Http;

/// <summary>That the process runs.</summary>
/// <param name="Status">Always <c>healthy</c>.</param>
public sealed record Liveness(string Status);
