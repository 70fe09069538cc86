using SloFunctions.LocalHost.Invocations;
using SloFunctions.LocalHost.Triggers;

namespace SloFunctions.LocalHost.EventGrid;

/// <summary>Runs a function for each delivery of events.</summary>
internal sealed class EventGridTrigger(HostedFunction function, BackgroundRuns runs) : FunctionTrigger(function)
{
    public override string Description => $"Event Grid {EventGridWebhook.Path}?functionName={Function.Name}";

    /// <summary>Runs the function to its end, also when whoever delivers the events waits no longer.</summary>
    /// <returns>Whether it succeeded.</returns>
    public Task<bool> DeliverAsync(BinaryData[] events) => runs.CompleteAsync(Function, events);

    public override bool TryFire(string? input)
    {
        if (input is null || EventGridBody.Parse(input) is not { } events)
        {
            return false;
        }

        _ = DeliverAsync(EventGridBody.Events(events));
        return true;
    }
}
