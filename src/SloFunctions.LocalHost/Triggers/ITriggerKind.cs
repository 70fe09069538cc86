using SloFunctions.LocalHost.Discovery;

namespace SloFunctions.LocalHost.Triggers;

/// <summary>One way of starting functions. A new kind of trigger is a new implementation, registered with the host.</summary>
internal interface ITriggerKind
{
    /// <summary>Whether this kind starts <paramref name="function"/>.</summary>
    bool Handles(FunctionMethod function);

    /// <summary>Makes the function ready to be started.</summary>
    /// <exception cref="LocalHostException">The function's declaration makes no sense.</exception>
    FunctionTrigger Attach(FunctionMethod function);
}
