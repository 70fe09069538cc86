using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Starts a function when Event Grid delivers events.</summary>
public sealed class EventGridTriggerAttribute : TriggerBindingAttribute
{
    /// <summary>Whether the function takes all events of a delivery at once, as an array; false unless set.</summary>
    public bool IsBatched { get; set; }
}
