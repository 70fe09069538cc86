using System.Text.Json;
using SloFunctions.LocalHost.Durable.Dispatch;
using SloFunctions.LocalHost.Invocations;
using SloFunctions.LocalHost.Triggers;

namespace SloFunctions.LocalHost.Durable;

/// <summary>Runs an activity whenever an orchestrator has asked for it.</summary>
internal sealed class ActivityTrigger(HostedFunction function, DurableEngine engine) : FunctionTrigger(function)
{
    public override string Description => "activity";

    public override void Start(CancellationToken stopping) => engine.Start(stopping);

    /// <summary>Reads the activity's input.</summary>
    /// <exception cref="ArgumentException">The text is no such input.</exception>
    public object? ReadInput(string? text)
    {
        var type = Function.Method.TriggerParameter.ParameterType;
        try
        {
            return DurablePayload.Read(text, type);
        }
        catch (Exception unreadable) when (unreadable is JsonException or NotSupportedException or InvalidOperationException)
        {
            throw new ArgumentException($"The input of {Function.Name} cannot be read as {type.Name}: {unreadable.Message}", nameof(text), unreadable);
        }
    }
}
