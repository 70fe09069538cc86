using System.Text.Json;
using System.Text.RegularExpressions;
using SloFunctions.Application.Access;
using SloFunctions.Application.Alerts;
using SloFunctions.Application.Drift;
using SloFunctions.Application.Graph;
using SloFunctions.Application.Maintenance;
using SloFunctions.Application.Notifications;
using SloFunctions.Application.Recommendations;
using SloFunctions.Application.Telemetry;
using SloFunctions.Functions.Access;
using SloFunctions.Functions.Operations;
using SloFunctions.Infrastructure.AzureTables;
using SloFunctions.Infrastructure.Kubernetes;
using SloFunctions.Infrastructure.Postgres;
using SloFunctions.Infrastructure.Prometheus;
using SloFunctions.Infrastructure.Tempo;
using SloFunctions.Testing.Runbooks;

namespace SloFunctions.Architecture.Tests.Runbooks;

/// <summary>Settings that pages name, held against the classes that they are bound to and the sample.</summary>
internal static partial class SettingNames
{
    private static readonly Dictionary<string, Type> Sections = new(StringComparer.Ordinal)
    {
        ["Access"] = typeof(AccessPolicy),
        ["Aggregation"] = typeof(AggregationPolicy),
        ["Alerts"] = typeof(AlertPolicy),
        ["AuditAnchors"] = typeof(AuditAnchorOptions),
        ["AzureAd"] = typeof(EntraOptions),
        ["Bulkheads"] = typeof(BulkheadPolicy),
        ["Database"] = typeof(PostgresOptions),
        ["Deadlines"] = typeof(DeadlinePolicy),
        ["Drift"] = typeof(DriftRunPolicy),
        ["Graph"] = typeof(GraphPolicy),
        ["Identity"] = typeof(IdentityOptions),
        ["Kubernetes"] = typeof(KubernetesOptions),
        ["Maintenance"] = typeof(MaintenancePolicy),
        ["Notifications"] = typeof(NotificationPolicy),
        ["Prometheus"] = typeof(PrometheusOptions),
        ["RateLimits"] = typeof(RateLimitOptions),
        ["Recommendations"] = typeof(RecommendationPolicy),
        ["Retention"] = typeof(RetentionPolicy),
        ["Tempo"] = typeof(TempoOptions),
    };

    private static readonly Lazy<HashSet<string>> Sample = new(() =>
        [.. JsonSerializer.Deserialize<JsonElement>(SourceFiles.Read("local.settings.sample.json")).GetProperty("Values").EnumerateObject().Select(p => p.Name)]);

    public static IEnumerable<string> Named(MarkdownPage page) => Setting().Matches(page.Text).Select(m => m.Value);

    public static bool IsKnown(string name)
    {
        string[] parts = name.Split("__");
        return Sample.Value.Contains(name)
            || (parts.Length == 2 && Sections.TryGetValue(parts[0], out var options) && options.GetProperty(parts[1]) is not null)
            // The framework's own.
            || parts is ["Logging", "LogLevel", _];
    }

    [GeneratedRegex("""\b([A-Z][A-Za-z]+(__[A-Z][A-Za-z]+)+|[A-Z][A-Z_]+_SCHEDULE)\b""", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Setting();
}
