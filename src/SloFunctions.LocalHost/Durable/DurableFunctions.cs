using System.Collections.ObjectModel;
using Microsoft.DurableTask;
using SloFunctions.LocalHost.Invocations;

namespace SloFunctions.LocalHost.Durable;

/// <summary>The app's orchestrators and activities, by name without regard to case.</summary>
internal sealed class DurableFunctions(IServiceProvider services)
{
    private readonly Dictionary<string, HostedFunction> orchestrators = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, ActivityTrigger> activities = new(StringComparer.OrdinalIgnoreCase);

    public void Add(OrchestrationTrigger trigger) => orchestrators.Add(trigger.Function.Name, trigger.Function);

    public void Add(ActivityTrigger trigger) => activities.Add(trigger.Function.Name, trigger);

    /// <summary>The code of an orchestrator, without middleware; null when there is none of that name.</summary>
    public Func<TaskOrchestrationContext, Task<object?>>? Orchestrator(string name) => orchestrators.TryGetValue(name, out var function)
        ? context => function.CallAsync(new LocalFunctionContext(
            function, context, ReadOnlyDictionary<string, object?>.Empty, services, CancellationToken.None)).AsTask()
        : null;

    /// <summary>An activity; null when there is none of that name.</summary>
    public ActivityTrigger? Activity(string name) => activities.GetValueOrDefault(name);
}
