using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SloFunctions.Application.Graph;
using SloFunctions.Application.Health;
using SloFunctions.Application.Identifiers;
using SloFunctions.Application.Prediction;
using SloFunctions.Application.RateLimits;
using SloFunctions.Application.Recommendations;
using SloFunctions.Application.Reliability;
using SloFunctions.Application.Reports;
using SloFunctions.Application.Telemetry;
using SloFunctions.Domain.Graph;
using SloFunctions.Infrastructure.AzureTables;
using SloFunctions.Infrastructure.Postgres;
using SloFunctions.Infrastructure.Prometheus;
using SloFunctions.Infrastructure.Tempo;

namespace SloFunctions.Infrastructure.Tests;

public sealed class InfrastructureRegistrationTests
{
    [Fact]
    public async Task Every_port_has_its_adapter_with_the_settings_of_the_configuration()
    {
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Database:ConnectionString"] = "Host=127.0.0.1",
            ["Database:MaxPoolSize"] = "7",
            ["Prometheus:Url"] = "http://127.0.0.1:9090",
            ["Prometheus:QueryTimeout"] = "00:00:05",
            ["Prometheus:ServiceLabel"] = "app",
        };
        var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings).Build())
            .AddSingleton(TimeProvider.System)
            .AddSingleton<ILoggerFactory, LoggerFactory>()
            .AddInfrastructure();
        await using var provider = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });

        Type[] ports =
        [
            typeof(IIdSource), typeof(IGraphStore), typeof(IServiceGraphReader), typeof(IIngestionReader), typeof(ICycleStore),
            typeof(IDeadLetterStore), typeof(ISubgraphReader), typeof(IServiceCatalog),
            typeof(ISliStore), typeof(IRecommendationStore), typeof(ICacheVersion), typeof(IGenerationLock), typeof(IReplayStore), typeof(IServiceProfiles), typeof(IFleetPriorStore), typeof(IFleetEvidenceStore), typeof(IFleetHistories), typeof(ILandscapeVersionReader), typeof(ISnapshotReader),
            typeof(ITelemetrySource), typeof(IServiceTelemetry), typeof(IJourneyLatencySource), typeof(ITelemetryHealth), typeof(IFleetCounts), typeof(IActiveSloReader),
            typeof(IObjectiveRecords), typeof(IShadowRecords), typeof(IRateLimiter),
        ];
        ports.ShouldAllBe(port => provider.GetService(port) != null);
        provider.GetServices<IDependencyProbe>().Select(p => p.GetType().Name).ShouldBe([nameof(PostgresHealth), nameof(PrometheusHealth), nameof(TempoHealth), nameof(TablesHealth)]);
        provider.GetServices<IDependencyProbe>().Select(p => p.IsConfigured).ShouldBe([true, true, false, true], "No trace store is set.");
        provider.GetServices<IGraphDiscovery>().Select(d => (d.Source, d.IsConfigured)).ShouldBe(
            [(DiscoverySource.OtelServiceGraph, true), (DiscoverySource.Kubernetes, false)]);
        provider.GetRequiredService<ITelemetryHealth>().ShouldBeSameAs(provider.GetServices<IDependencyProbe>().Single(p => p is PrometheusHealth));
        provider.GetRequiredService<PostgresOptions>().MaxPoolSize.ShouldBe(7);
        var prometheus = provider.GetRequiredService<PrometheusOptions>();
        (prometheus.QueryTimeout, prometheus.ServiceLabel, prometheus.StatusLabel).ShouldBe((TimeSpan.FromSeconds(5), "app", "status"));
    }

    [Fact]
    public async Task A_missing_address_of_the_metric_store_is_named()
    {
        var services = new ServiceCollection().AddSingleton<IConfiguration>(new ConfigurationBuilder().Build()).AddInfrastructure();
        await using var provider = services.BuildServiceProvider();

        Should.Throw<ArgumentException>(provider.GetRequiredService<PrometheusConnection>).Message.ShouldContain("Prometheus:Url");
    }
}
