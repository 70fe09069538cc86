namespace SloFunctions.TelemetryGenerator.Model;

/// <summary>A call from <paramref name="Source"/> to <paramref name="Target"/>.</summary>
/// <param name="Source">The caller.</param>
/// <param name="Target">The callee.</param>
/// <param name="Criticality">hard, soft or degraded.</param>
/// <param name="Mode">sync or async.</param>
/// <param name="Protocol">grpc, http or kafka.</param>
/// <param name="CallsPerRequest">Mean number of calls for each request of the caller.</param>
public sealed record DependencyEdge(
    string Source, string Target, string Criticality, string Mode, string Protocol, double CallsPerRequest)
{
    /// <summary>A failure of the target fails the caller's request.</summary>
    public bool PassesFailures => Criticality == "hard" && Mode == "sync";
}
