using Microsoft.Azure.Functions.Worker;
using SloFunctions.LocalHost.Discovery;
using SloFunctions.LocalHost.Invocations;
using SloFunctions.LocalHost.Triggers;

namespace SloFunctions.LocalHost.EventGrid;

/// <summary>Functions started by deliveries of Event Grid.</summary>
internal sealed class EventGridTriggerKind(BackgroundRuns runs) : ITriggerKind
{
    public bool Handles(FunctionMethod function) => function.Trigger is EventGridTriggerAttribute;

    public FunctionTrigger Attach(FunctionMethod function)
    {
        if (function.Trigger is not EventGridTriggerAttribute { IsBatched: true } || function.TriggerParameter.ParameterType != typeof(BinaryData[]))
        {
            throw new LocalHostException(
                $"{function.EntryPoint}: the parameter with the Event Grid trigger must be a BinaryData[], with IsBatched = true");
        }

        return new EventGridTrigger(new HostedFunction(function, "eventGridTrigger"), runs);
    }
}
