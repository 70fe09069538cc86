namespace SloFunctions.Application.Recommendations.Documents;

/// <summary>A dependency that counts in no composite, but is a risk.</summary>
/// <param name="Source">The caller.</param>
/// <param name="Target">The service called.</param>
/// <param name="Reason">Why it does not count: <c>asynchronous</c>, <c>soft</c> or <c>degraded</c>.</param>
public sealed record SoftDependencyDocument(string Source, string Target, string Reason);
