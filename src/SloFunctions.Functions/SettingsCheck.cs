using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SloFunctions.Application.Access;
using SloFunctions.Application.Alerts;
using SloFunctions.Application.Audit;
using SloFunctions.Application.Drift;
using SloFunctions.Application.Graph;
using SloFunctions.Application.Maintenance;
using SloFunctions.Application.Notifications;
using SloFunctions.Application.RateLimits;
using SloFunctions.Application.Recommendations;
using SloFunctions.Application.Telemetry;
using SloFunctions.Functions.Access;
using SloFunctions.Functions.Operations;

namespace SloFunctions.Functions;

/// <summary>Keeps the app from starting with settings that every request would find wrong.</summary>
internal sealed class SettingsCheck(IServiceProvider services) : IHostedLifecycleService
{
    /// <summary>Builds, before anything listens, the use cases and ports that between them read every setting. No server is called.</summary>
    public Task StartingAsync(CancellationToken cancellationToken)
    {
        services.GetRequiredService<AgeGraph>();
        services.GetRequiredService<VerifyApiKey>();
        services.GetRequiredService<DeadlinePolicy>();
        services.GetRequiredService<Bulkheads>();
        services.GetRequiredService<PlanAggregation>();
        services.GetRequiredService<ApplyRetention>();
        services.GetRequiredService<DiscoverGraph>();
        services.GetRequiredService<GetRecommendations>();
        services.GetRequiredService<IServiceTelemetry>();
        services.GetRequiredService<IJourneyLatencySource>();
        services.GetRequiredService<UserTokens>();
        services.GetRequiredService<IRateLimiter>();
        services.GetRequiredService<IAuditAnchors>();
        services.GetRequiredService<DeliverNotifications>();
        services.GetRequiredService<PlanDriftSweep>();
        services.GetRequiredService<MaintenancePolicy>();
        services.GetRequiredService<AlertPolicy>();
        return Task.CompletedTask;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
