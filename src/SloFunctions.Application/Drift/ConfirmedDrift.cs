using SloFunctions.Application.Audit;

namespace SloFunctions.Application.Drift;

/// <summary>A drift that is to take effect.</summary>
/// <param name="State">What was found of the series.</param>
/// <param name="JudgedBy">The baseline that it was found by.</param>
/// <param name="NewBaseline">What is usual from its onset on.</param>
/// <param name="Entry">What the audit log is to say of it.</param>
public sealed record ConfirmedDrift(SeriesState State, StoredBaseline JudgedBy, Domain.Drift.DriftBaseline NewBaseline, AuditEntry Entry);
