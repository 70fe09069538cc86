using System.ComponentModel.DataAnnotations;

namespace SloFunctions.LocalHost.Durable;

/// <summary>How much of orchestrations runs at once in this host.</summary>
public sealed record DurableOptions
{
    /// <summary>Most activities that run at once.</summary>
    /// <value>The default is 10.</value>
    [Range(1, 1000)]
    public int MaxConcurrentActivityFunctions { get; init; } = 10;

    /// <summary>Most orchestrators that take a step at once.</summary>
    /// <value>The default is 10.</value>
    [Range(1, 1000)]
    public int MaxConcurrentOrchestratorFunctions { get; init; } = 10;
}
