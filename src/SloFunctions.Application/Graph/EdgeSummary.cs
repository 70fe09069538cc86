using System.Text.Json;

namespace SloFunctions.Application.Graph;

/// <summary>A dependency as the API shows it: each attribute as the most trusted source says it that speaks of it.</summary>
/// <param name="Source">The caller.</param>
/// <param name="Target">The service called.</param>
/// <param name="Attributes">How it is called.</param>
/// <param name="DiscoverySource">The most trusted source that reports it.</param>
/// <param name="ConfidenceScore">How sure it is that the dependency exists, in [0, 1]: by its source, its share of the caller's calls and its age.</param>
/// <param name="LastObservedAt">When that source saw it last.</param>
/// <param name="IsStale">Whether that source has not seen it for long.</param>
public sealed record EdgeSummary(
    string Source,
    string Target,
    EdgeSummary.How Attributes,
    string DiscoverySource,
    double ConfidenceScore,
    DateTimeOffset LastObservedAt,
    bool IsStale)
{
    /// <summary>How a service is called.</summary>
    /// <param name="CommunicationMode"><c>sync</c> or <c>async</c>.</param>
    /// <param name="Criticality"><c>hard</c>, <c>soft</c> or <c>degraded</c>.</param>
    /// <param name="Protocol">For example <c>grpc</c>.</param>
    /// <param name="TimeoutMs">The caller's timeout in milliseconds.</param>
    /// <param name="RetryConfig">The caller's retry policy.</param>
    /// <param name="RedundancyGroup">Of the targets that the caller names with the same group, one is enough.</param>
    public sealed record How(
        string CommunicationMode, string Criticality, string? Protocol, int? TimeoutMs, JsonElement? RetryConfig, string? RedundancyGroup);
}
