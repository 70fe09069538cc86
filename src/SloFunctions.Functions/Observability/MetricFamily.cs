namespace SloFunctions.Functions.Observability;

/// <summary>A metric with its samples.</summary>
/// <param name="Name">Its name, as Prometheus allows it.</param>
/// <param name="Type"><c>counter</c>, <c>gauge</c>, <c>histogram</c> or <c>summary</c>.</param>
/// <param name="Help">What it means.</param>
/// <param name="Samples">Its samples; empty when there is nothing to tell.</param>
internal sealed record MetricFamily(string Name, string Type, string Help, IReadOnlyList<MetricSample> Samples);
