using Azure.Core;
using Azure.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using SloFunctions.Application.Access;
using SloFunctions.Application.Alerts;
using SloFunctions.Application.Audit;
using SloFunctions.Application.AutoApproval;
using SloFunctions.Application.BulkRuns;
using SloFunctions.Application.Dashboards;
using SloFunctions.Application.Drift;
using SloFunctions.Application.ErrorBudgets;
using SloFunctions.Application.Graph;
using SloFunctions.Application.Health;
using SloFunctions.Application.Identifiers;
using SloFunctions.Application.Lifecycle;
using SloFunctions.Application.Maintenance;
using SloFunctions.Application.Notifications;
using SloFunctions.Application.Observability;
using SloFunctions.Application.Prediction;
using SloFunctions.Application.RateLimits;
using SloFunctions.Application.Recommendations;
using SloFunctions.Application.Reliability;
using SloFunctions.Application.Reports;
using SloFunctions.Application.Telemetry;
using SloFunctions.Application.Violations;
using SloFunctions.Infrastructure.AzureTables;
using SloFunctions.Infrastructure.Credentials;
using SloFunctions.Infrastructure.Identifiers;
using SloFunctions.Infrastructure.Kubernetes;
using SloFunctions.Infrastructure.Postgres;
using SloFunctions.Infrastructure.Postgres.Access;
using SloFunctions.Infrastructure.Postgres.Alerts;
using SloFunctions.Infrastructure.Postgres.Audit;
using SloFunctions.Infrastructure.Postgres.AutoApproval;
using SloFunctions.Infrastructure.Postgres.BulkRuns;
using SloFunctions.Infrastructure.Postgres.Dashboards;
using SloFunctions.Infrastructure.Postgres.Drift;
using SloFunctions.Infrastructure.Postgres.ErrorBudgets;
using SloFunctions.Infrastructure.Postgres.Graph;
using SloFunctions.Infrastructure.Postgres.Lifecycle;
using SloFunctions.Infrastructure.Postgres.Maintenance;
using SloFunctions.Infrastructure.Postgres.Notifications;
using SloFunctions.Infrastructure.Postgres.Observability;
using SloFunctions.Infrastructure.Postgres.Prediction;
using SloFunctions.Infrastructure.Postgres.Recommendations;
using SloFunctions.Infrastructure.Postgres.Reliability;
using SloFunctions.Infrastructure.Postgres.Reports;
using SloFunctions.Infrastructure.Postgres.Telemetry;
using SloFunctions.Infrastructure.Postgres.Violations;
using SloFunctions.Infrastructure.Prometheus;
using SloFunctions.Infrastructure.Prometheus.Alerts;
using SloFunctions.Infrastructure.Prometheus.Alerts.Specifications;
using SloFunctions.Infrastructure.Settings;
using SloFunctions.Infrastructure.Tempo;
using SloFunctions.Infrastructure.Webhooks;

namespace SloFunctions.Infrastructure;

/// <summary>Binds the ports of the application to their adapters.</summary>
public static class InfrastructureRegistration
{
    /// <summary>
    /// Registers every adapter; their options come from the sections <c>Database</c>, <c>Prometheus</c>, <c>Tempo</c>, <c>Kubernetes</c>,
    /// <c>RateLimits</c>, <c>AuditAnchors</c> and <c>Notifications</c> when first needed.
    /// </summary>
    public static IServiceCollection AddInfrastructure(this IServiceCollection services)
    {
        services.AddSingleton<IIdSource, RandomIdSource>();
        services.AddSingleton<ISecretSource, RandomSecretSource>();
        return services.AddPostgres().AddPrometheus().AddTempo().AddKubernetes().AddTables().AddNotifications();
    }

    private static IServiceCollection AddPostgres(this IServiceCollection services)
    {
        services.AddSingleton(provider => Options<PostgresOptions>(provider, PostgresOptions.Section));
        services.AddSingleton(provider => PostgresDataSource.Create(
            provider.GetRequiredService<PostgresOptions>(), provider.GetRequiredService<ILoggerFactory>(), provider.GetRequiredService<TokenCredential>));
        services.AddSingleton<PostgresBreaker>();
        services.AddSingleton<PostgresDatabase>();
        services.AddSingleton<IDependencyProbe, PostgresHealth>();
        services.AddSingleton<SnapshotCache>();
        services.AddSingleton<PostgresGraphStore>();
        services.AddSingleton<IGraphStore>(provider => provider.GetRequiredService<PostgresGraphStore>());
        services.AddSingleton<IServiceGraphReader>(provider => provider.GetRequiredService<PostgresGraphStore>());
        services.AddSingleton<IIngestionReader>(provider => provider.GetRequiredService<PostgresGraphStore>());
        services.AddSingleton<IServiceOwners>(provider => provider.GetRequiredService<PostgresGraphStore>());
        services.AddSingleton<IGraphSubmissions, PostgresGraphSubmissions>();
        services.AddSingleton<ICycleStore, PostgresCycleStore>();
        services.AddSingleton<ISubgraphReader, PostgresSubgraphReader>();
        services.AddSingleton<IServiceCatalog, PostgresServiceCatalog>();
        services.AddSingleton<IDeadLetterStore, PostgresDeadLetterStore>();
        services.AddSingleton<IDashboardStore, PostgresDashboardStore>();
        services.AddSingleton<IBudgetCounts, PostgresBudgetCounts>();
        services.AddSingleton<IBudgetHours, PostgresBudgetHours>();
        services.AddSingleton<IBudgetPolicies, PostgresBudgetPolicies>();
        services.AddSingleton<IRegisteredServices, PostgresRegisteredServices>();
        services.AddSingleton<ISliStore, PostgresSliStore>();
        services.AddSingleton<IAggregateStore, PostgresAggregateStore>();
        services.AddSingleton<IRetention, PostgresRetention>();
        services.AddSingleton<IRecommendationStore, PostgresRecommendationStore>();
        services.AddSingleton<IBulkRuns, PostgresBulkRuns>();
        services.AddSingleton<IReplayStore, PostgresReplayStore>();
        services.AddSingleton<IServiceProfiles, PostgresServiceProfiles>();
        services.AddSingleton<IFleetPriorStore, PostgresFleetPriorStore>();
        services.AddSingleton<IFleetEvidenceStore, PostgresFleetEvidenceStore>();
        services.AddSingleton<ISnapshotReader, PostgresSnapshotReader>();
        services.AddSingleton<ICacheVersion, PostgresCacheVersion>();
        services.AddSingleton<IGenerationLock, PostgresGenerationLock>();
        services.AddSingleton<ILandscapeVersionReader, PostgresLandscapeVersionReader>();
        services.AddSingleton<IFleetCounts, PostgresFleetCounts>();
        services.AddSingleton<IFleetHistories, PostgresFleetHistories>();
        services.AddSingleton<IActiveSloReader, PostgresActiveSloReader>();
        services.AddSingleton<IObjectiveRecords, PostgresObjectiveRecords>();
        services.AddSingleton<IShadowRecords, PostgresShadowRecords>();
        services.AddSingleton<ISloStore, PostgresSloStore>();
        services.AddSingleton<IExportedServices, PostgresExportedServices>();
        services.AddSingleton<IRecommendationExpiry, PostgresRecommendationExpiry>();
        services.AddSingleton<IApiKeyStore, PostgresApiKeyStore>();
        services.AddSingleton<IAuditChains, PostgresAuditChains>();
        services.AddSingleton<IAuditHistory, PostgresAuditHistory>();
        services.AddSingleton<IRuleStore, PostgresRuleStore>();
        services.AddSingleton<IStandingReader, PostgresStandingReader>();
        services.AddSingleton<IPreviewRecords, PostgresPreviewRecords>();
        services.AddSingleton<IPlatformFigures, PostgresPlatformFigures>();
        services.AddSingleton<IDriftStore, PostgresDriftStore>();
        services.AddSingleton<IBaselineStore, PostgresBaselineStore>();
        services.AddSingleton<IReevaluationBacklog, PostgresReevaluationBacklog>();
        services.AddSingleton<IDriftReader, PostgresDriftReader>();
        services.AddSingleton<IMaintenanceWindows, PostgresMaintenanceWindows>();
        services.AddSingleton<IExcludedCounts, PostgresExcludedCounts>();
        services.AddSingleton<IViolations, PostgresViolations>();
        services.AddSingleton<IMeasuredLatencies, PostgresMeasuredLatencies>();
        return services;
    }

    private static IServiceCollection AddPrometheus(this IServiceCollection services)
    {
        services.AddSingleton(provider => Options<PrometheusOptions>(provider, PrometheusOptions.Section));
        services.TryAddSingleton<TokenCredential>(_ => new DefaultAzureCredential());
        services.AddSingleton(provider => new PrometheusConnection(
            provider.GetRequiredService<PrometheusOptions>(), Credential<PrometheusOptions>(provider)));
        services.AddSingleton<PrometheusInstruments>();
        services.AddSingleton<PrometheusClient>();
        services.AddSingleton<PrometheusHealth>();
        services.AddSingleton<ITelemetryHealth>(provider => provider.GetRequiredService<PrometheusHealth>());
        services.AddSingleton<IDependencyProbe>(provider => provider.GetRequiredService<PrometheusHealth>());
        services.AddSingleton<ITelemetrySource, PrometheusTelemetrySource>();
        services.AddSingleton<IServiceTelemetry, PrometheusServiceTelemetry>();
        services.AddSingleton<IDriftTelemetry, PrometheusDriftTelemetry>();
        services.AddSingleton<IPartialHours, PrometheusPartialHours>();
        services.AddSingleton<IAlertRules, PrometheusAlertRules>();
        services.AddSingleton<IGraphDiscovery, ServiceGraphDiscovery>();
        services.AddSingleton<IAlertSpecifications, SpecificationFile>();
        return services;
    }

    private static IServiceCollection AddTempo(this IServiceCollection services)
    {
        services.AddSingleton(provider => Options<TempoOptions>(provider, TempoOptions.Section));
        services.AddSingleton(provider => new TempoConnection(provider.GetRequiredService<TempoOptions>(), Credential<TempoOptions>(provider)));
        services.AddSingleton<TempoClient>();
        services.AddSingleton<IJourneyLatencySource, TempoJourneyLatency>();
        services.AddSingleton<IDependencyProbe, TempoHealth>();
        return services;
    }

    private static IServiceCollection AddKubernetes(this IServiceCollection services)
    {
        services.AddSingleton(provider => Options<KubernetesOptions>(provider, KubernetesOptions.Section));
        services.AddSingleton<IGraphDiscovery>(provider =>
        {
            var options = provider.GetRequiredService<KubernetesOptions>();
            var address = KubernetesAddress.Find(options, provider.GetRequiredService<IConfiguration>());
            return new KubernetesDiscovery(options, address, provider.GetRequiredService<TimeProvider>());
        });
        return services;
    }

    private static IServiceCollection AddTables(this IServiceCollection services)
    {
        services.AddSingleton(provider => Options<RateLimitOptions>(provider, RateLimitOptions.Section));
        services.AddSingleton(provider => RateLimitTable.Find(
            provider.GetRequiredService<RateLimitOptions>(),
            provider.GetRequiredService<IConfiguration>(),
            provider.GetRequiredService<TokenCredential>));
        services.AddSingleton<RateLimitInstruments>();
        services.AddSingleton<IRateLimiter>(provider => new LeasedRateLimiter(
            provider.GetRequiredService<RateLimitTable>(),
            provider.GetRequiredService<RateLimitOptions>(),
            provider.GetRequiredService<RateLimitInstruments>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILoggerFactory>().CreateLogger<LeasedRateLimiter>()));
        services.AddSingleton<IDependencyProbe, TablesHealth>();
        services.AddSingleton<IAuditAnchors>(provider => TableAuditAnchors.Find(
            Options<AuditAnchorOptions>(provider, AuditAnchorOptions.Section),
            provider.GetRequiredService<IConfiguration>(),
            provider.GetRequiredService<TokenCredential>));
        return services;
    }

    private static IServiceCollection AddNotifications(this IServiceCollection services)
    {
        services.AddSingleton(provider => Options<NotificationPolicy>(provider, "Notifications"));
        services.AddSingleton<SealedText>();
        services.AddSingleton<TargetVault>();
        services.AddSingleton<INotificationTargetStore, PostgresNotificationTargets>();
        services.AddSingleton<INotificationOutbox, PostgresNotificationOutbox>();
        services.AddSingleton<IWebhookSender>(provider => new HttpWebhookSender(
            provider.GetRequiredService<NotificationPolicy>(), provider.GetRequiredService<TimeProvider>()));
        return services;
    }

    private static ITelemetryCredential Credential<T>(IServiceProvider provider)
        where T : StoreOptions =>
        TelemetryCredentials.Of(provider.GetRequiredService<T>(), provider.GetRequiredService<TokenCredential>);

    private static T Options<T>(IServiceProvider provider, string section)
        where T : class, new() =>
        provider.GetRequiredService<IConfiguration>().Bind<T>(section);
}
