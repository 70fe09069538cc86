using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using SloFunctions.LocalHost.Discovery;
using SloFunctions.LocalHost.Durable.Dispatch;
using SloFunctions.LocalHost.Invocations;
using SloFunctions.LocalHost.Triggers;

namespace SloFunctions.LocalHost.Durable;

/// <summary>Activities.</summary>
internal sealed class ActivityTriggerKind(DurableFunctions functions, DurableEngine engine) : ITriggerKind
{
    public bool Handles(FunctionMethod function) => function.Trigger is ActivityTriggerAttribute;

    public FunctionTrigger Attach(FunctionMethod function)
    {
        var type = function.TriggerParameter.ParameterType;
        if (type.IsByRef || type.IsPointer || type.IsByRefLike || type == typeof(CancellationToken) || typeof(TaskOrchestrationContext).IsAssignableFrom(type))
            throw new LocalHostException($"{function.EntryPoint}: the parameter with the activity trigger must be the activity's input, a type that JSON can hold");

        var trigger = new ActivityTrigger(new HostedFunction(function, "activityTrigger"), engine);
        functions.Add(trigger);
        return trigger;
    }
}
