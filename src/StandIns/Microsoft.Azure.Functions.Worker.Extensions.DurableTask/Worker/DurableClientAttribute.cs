using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Gives a function the client by which orchestrations are started and asked for.</summary>
public sealed class DurableClientAttribute : InputBindingAttribute
{
    /// <summary>The task hub; null for that of <c>host.json</c>.</summary>
    public string? TaskHub { get; set; }
}
