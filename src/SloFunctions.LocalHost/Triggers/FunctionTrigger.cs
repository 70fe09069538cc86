using Microsoft.AspNetCore.Routing;
using SloFunctions.LocalHost.Invocations;

namespace SloFunctions.LocalHost.Triggers;

/// <summary>What starts one function.</summary>
internal abstract class FunctionTrigger(HostedFunction function)
{
    public HostedFunction Function => function;

    /// <summary>When the function is started, in a few words for people.</summary>
    public abstract string Description { get; }

    /// <summary>Adds the endpoints that the trigger listens at.</summary>
    public virtual void Map(IEndpointRouteBuilder routes)
    {
    }

    /// <summary>Starts what runs beside the server; called once the server listens.</summary>
    /// <param name="stopping">Cancelled when nothing new shall be started.</param>
    public virtual void Start(CancellationToken stopping)
    {
    }

    /// <summary>Starts the function by hand, in the background; false when it cannot be started so.</summary>
    public virtual bool TryFire(string? input) => false;
}
