using System.Collections.Frozen;
using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using SloFunctions.Application.Access;
using SloFunctions.Application.Alerts;
using SloFunctions.Application.Drift;
using SloFunctions.Application.Graph;
using SloFunctions.Application.Maintenance;
using SloFunctions.Application.Notifications;
using SloFunctions.Application.Recommendations;
using SloFunctions.Application.Telemetry;
using SloFunctions.Functions;
using SloFunctions.Functions.Access;
using SloFunctions.Functions.Operations;
using SloFunctions.Infrastructure.AzureTables;
using SloFunctions.Infrastructure.Kubernetes;
using SloFunctions.Infrastructure.Postgres;
using SloFunctions.Infrastructure.Prometheus;
using SloFunctions.Infrastructure.Tempo;

namespace SloFunctions.Architecture.Tests.Deployment.Settings;

/// <summary>Every setting that the app reads, as its code has them.</summary>
internal static class AppSettings
{
    /// <summary>The sections and what they are bound to.</summary>
    public static readonly FrozenDictionary<string, Type> Sections = new Dictionary<string, Type>(StringComparer.Ordinal)
    {
        ["Database"] = typeof(PostgresOptions),
        ["Prometheus"] = typeof(PrometheusOptions),
        ["Tempo"] = typeof(TempoOptions),
        ["Kubernetes"] = typeof(KubernetesOptions),
        ["Identity"] = typeof(IdentityOptions),
        ["AzureAd"] = typeof(EntraOptions),
        ["RateLimits"] = typeof(RateLimitOptions),
        ["AuditAnchors"] = typeof(AuditAnchorOptions),
        ["Aggregation"] = typeof(AggregationPolicy),
        ["Retention"] = typeof(RetentionPolicy),
        ["Recommendations"] = typeof(RecommendationPolicy),
        ["Access"] = typeof(AccessPolicy),
        ["Notifications"] = typeof(NotificationPolicy),
        ["Drift"] = typeof(DriftRunPolicy),
        ["Graph"] = typeof(GraphPolicy),
        ["Maintenance"] = typeof(MaintenancePolicy),
        ["Alerts"] = typeof(AlertPolicy),
        ["Deadlines"] = typeof(DeadlinePolicy),
        ["Bulkheads"] = typeof(BulkheadPolicy),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Those that are not set in Azure, and why.</summary>
    public static readonly FrozenDictionary<string, string> NotInAzure = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["AzureWebJobsStorage"] = "A connection string holds a key; in Azure AzureWebJobsStorage__… name the account and the identity.",
        ["FUNCTIONS_WORKER_RUNTIME"] = "Flex Consumption takes it from functionAppConfig.runtime.",
        ["Database__OwnerConnectionString"] = "For migrations, which the app does not make.",
        ["Database__MigrationLockWait"] = "For migrations.",
        ["Database__MigrationTimeout"] = "For migrations.",
        ["RateLimits__ConnectionString"] = "Holds a key; the identity is used.",
        ["AuditAnchors__ConnectionString"] = "Holds a key; the identity is used.",
        ["Prometheus__BearerTokenFile"] = "There are no mounted files; the token comes from the vault.",
        ["Prometheus__Username"] = "Basic authentication is set by hand where it is needed.",
        ["Prometheus__Password"] = "Basic authentication is set by hand where it is needed.",
        ["Tempo__BearerTokenFile"] = "There are no mounted files; the token comes from the vault.",
        ["Tempo__Username"] = "Basic authentication is set by hand where it is needed.",
        ["Tempo__Password"] = "Basic authentication is set by hand where it is needed.",
        ["Kubernetes__ApiServer"] = "A cluster is read by an app that runs in it.",
        ["Kubernetes__Namespaces"] = "A cluster is read by an app that runs in it.",
        ["Kubernetes__TokenFile"] = "A cluster is read by an app that runs in it.",
        ["Kubernetes__CaFile"] = "A cluster is read by an app that runs in it.",
        ["Kubernetes__PageSize"] = "A cluster is read by an app that runs in it.",
        ["Kubernetes__Timeout"] = "A cluster is read by an app that runs in it.",
        ["Recommendations__ConcurrentGenerations"] = "As many as the instance has processors.",
        ["Notifications__SecretKeyPrevious"] = "Set by hand while the key is being replaced.",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    // Read by name; the last two by the host and by OpenTelemetry.
    private static readonly string[] Single =
    [
        "AzureWebJobsStorage", "APPLICATIONINSIGHTS_CONNECTION_STRING", "APPLICATIONINSIGHTS_AUTHENTICATION_STRING", "OTEL_EXPORTER_OTLP_ENDPOINT",
        "OTEL_SERVICE_NAME", "Logging__Format", "FUNCTIONS_WORKER_RUNTIME", "OTEL_EXPORTER_OTLP_PROTOCOL",
    ];

    /// <summary>All of them, under the names that they have in the environment.</summary>
    public static IReadOnlyCollection<string> Read() =>
    [
        .. Sections.SelectMany(s => s.Value.GetProperties().Where(p => p.CanWrite && !IsList(p.PropertyType)).Select(p => $"{s.Key}__{p.Name}")),
        .. typeof(FunctionApp).Assembly.GetTypes().SelectMany(t => t.GetMethods()).SelectMany(m => m.GetParameters())
            .Select(p => p.GetCustomAttribute<TimerTriggerAttribute>()?.Schedule.Trim('%')).OfType<string>().Distinct(StringComparer.Ordinal),
        .. Single,
    ];

    // Its entries are settings, under any number of names: Section__List__0 and so on.
    private static bool IsList(Type type) => type != typeof(string) && type.IsAssignableTo(typeof(System.Collections.IEnumerable));
}
