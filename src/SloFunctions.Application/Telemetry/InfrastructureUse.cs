namespace SloFunctions.Application.Telemetry;

/// <summary>What the containers of a service used over some time; each figure is null where its metric is not exported.</summary>
/// <param name="CpuCores">Cores used on average, all containers together.</param>
/// <param name="MemoryBytes">Working set on average, all containers together, in bytes.</param>
/// <param name="ThrottledSeconds">Seconds in which containers were held back by their CPU quota (CFS), all together.</param>
public sealed record InfrastructureUse(double? CpuCores, double? MemoryBytes, double? ThrottledSeconds);
