using SloFunctions.Domain.Graph;

namespace SloFunctions.Application.Telemetry;

/// <summary>An hour without a measurement between measured ones.</summary>
/// <param name="Hour">The hour's start, UTC.</param>
/// <param name="Services">The services that lack it.</param>
public sealed record HourGap(DateTimeOffset Hour, IReadOnlyList<ServiceId> Services);
