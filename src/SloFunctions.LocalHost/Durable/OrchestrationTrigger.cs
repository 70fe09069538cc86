using SloFunctions.LocalHost.Durable.Dispatch;
using SloFunctions.LocalHost.Invocations;
using SloFunctions.LocalHost.Triggers;

namespace SloFunctions.LocalHost.Durable;

/// <summary>Runs an orchestrator whenever one of its instances has something to do.</summary>
internal sealed class OrchestrationTrigger(HostedFunction function, DurableEngine engine) : FunctionTrigger(function)
{
    public override string Description => "orchestrator";

    public override void Start(CancellationToken stopping) => engine.Start(stopping);
}
