namespace SloFunctions.TelemetryGenerator.Model;

/// <summary>One service: who owns it and how it behaves on an average day.</summary>
/// <param name="Id">The <c>service</c> label and graph node id.</param>
/// <param name="Case">The situation it shows.</param>
/// <param name="Team">Owning team.</param>
/// <param name="Criticality">low, medium, high or critical.</param>
/// <param name="Tier">1 (most important) to 3.</param>
/// <param name="Namespace">Kubernetes namespace of its pods.</param>
/// <param name="RequestsPerSecond">Mean rate over a day; 0 for a service without traffic.</param>
/// <param name="BaseErrorRatio">Share of 5xx outside incidents.</param>
/// <param name="MedianSeconds">Median of the lognormal latency.</param>
/// <param name="HasRareStatuses">Whether 404 and 503 may appear beside 200 and 500.</param>
public sealed record ServiceDefinition(
    string Id,
    SpecialCase Case,
    string Team,
    string Criticality,
    int Tier,
    string Namespace,
    double RequestsPerSecond,
    double BaseErrorRatio,
    double MedianSeconds,
    bool HasRareStatuses = true)
{
    /// <summary>True for a third party's service, observed from the egress gateway.</summary>
    public bool IsExternal => Namespace == "external";
}
