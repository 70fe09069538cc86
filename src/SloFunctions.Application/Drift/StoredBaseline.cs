using SloFunctions.Domain.Drift;
using SloFunctions.Domain.Graph;

namespace SloFunctions.Application.Drift;

/// <summary>A baseline as it is kept.</summary>
/// <param name="Service">The service.</param>
/// <param name="Baseline">What is usual.</param>
/// <param name="Version">Grows with each change, so that a judgement by an older one is told from one by this.</param>
public sealed record StoredBaseline(ServiceId Service, DriftBaseline Baseline, long Version);
