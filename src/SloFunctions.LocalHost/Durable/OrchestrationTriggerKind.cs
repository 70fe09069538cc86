using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using SloFunctions.LocalHost.Discovery;
using SloFunctions.LocalHost.Durable.Dispatch;
using SloFunctions.LocalHost.Invocations;
using SloFunctions.LocalHost.Triggers;

namespace SloFunctions.LocalHost.Durable;

/// <summary>Orchestrators.</summary>
internal sealed class OrchestrationTriggerKind(DurableFunctions functions, DurableEngine engine) : ITriggerKind
{
    public bool Handles(FunctionMethod function) => function.Trigger is OrchestrationTriggerAttribute;

    public FunctionTrigger Attach(FunctionMethod function)
    {
        var method = function.Method;
        if (function.TriggerParameter.ParameterType != typeof(TaskOrchestrationContext) || method.GetParameters().Length != 1)
            throw new LocalHostException($"{function.EntryPoint}: an orchestrator has one parameter, a TaskOrchestrationContext");
        if (!method.IsStatic)
            throw new LocalHostException($"{function.EntryPoint}: an orchestrator must be static; services belong in activities");
        if (!typeof(Task).IsAssignableFrom(method.ReturnType))
            throw new LocalHostException($"{function.EntryPoint}: an orchestrator must return a Task or Task<T>");

        var trigger = new OrchestrationTrigger(new HostedFunction(function, "orchestrationTrigger"), engine);
        functions.Add(trigger);
        return trigger;
    }
}
