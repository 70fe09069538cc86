using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SloFunctions.LocalHost.Durable.Dispatch;
using SloFunctions.LocalHost.Durable.Storage;
using SloFunctions.LocalHost.Triggers;

namespace SloFunctions.LocalHost.Durable;

/// <summary>Adds the engine of orchestrations to the host's services.</summary>
internal static class DurableServices
{
    public static void AddDurable(this IServiceCollection services)
    {
        services.TryAddSingleton(new DurableOptions());
        services.AddSingleton<DurableDatabase>();
        services.AddSingleton<InstanceStore>();
        services.AddSingleton<InstanceTrees>();
        services.AddSingleton<ActivityStore>();
        services.AddSingleton<WorkStore>();
        services.AddSingleton<DurableSignals>();
        services.AddSingleton<DurableFunctions>();
        services.AddSingleton<OrchestrationStepper>();
        services.AddSingleton<ActivityRunner>();
        services.AddSingleton<DurableEngine>();
        services.AddSingleton(provider => new LocalDurableTaskClient(
            provider.GetRequiredService<InstanceStore>(),
            provider.GetRequiredService<InstanceTrees>(),
            provider.GetRequiredService<DurableSignals>(),
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<DurableTaskClient>(provider => provider.GetRequiredService<LocalDurableTaskClient>());
        services.AddSingleton<ITriggerKind, OrchestrationTriggerKind>();
        services.AddSingleton<ITriggerKind, ActivityTriggerKind>();
    }
}
