using SloFunctions.Application.Drift.Documents;
using SloFunctions.Application.Validation;
using SloFunctions.Domain.Drift;
using SloFunctions.Domain.Results;
using SloFunctions.Domain.Vocabulary;

namespace SloFunctions.Application.Drift;

/// <summary>Shows what drift detection knows of a service.</summary>
public sealed class GetServiceDrift(IDriftReader reader, DriftRunPolicy policy)
{
    /// <summary>Reads it, or says that the service is not known.</summary>
    public async Task<Result<ServiceDriftDocument>> HandleAsync(string? serviceId, CancellationToken cancellation)
    {
        var errors = new FieldErrors(1);
        var service = errors.ServiceId(serviceId, "service_id");
        if (!errors.IsEmpty) return errors.ToError();
        if (await reader.FindAsync(service, cancellation) is not { } known) return Error.ServiceNotFound(service.Value);
        var cadence = known.IsCritical ? policy.CriticalCadence : policy.Cadence;
        return new ServiceDriftDocument(service.Value, known.EvaluatedAt, known.EvaluatedAt + cadence, [.. known.Series.Select(Series)]);
    }

    private static SeriesDriftDocument Series(KnownDrift.Line line) => new(
        line.Series,
        Term<DriftState>.Name(line.State),
        line.Since,
        line.Findings?.Reason,
        line.Findings?.Votes ?? 0,
        DriftPolicy.Majority,
        line.Findings?.VotedAt,
        line.Findings?.Points ?? 0,
        line.Findings?.Change,
        line.Findings?.Detectors ?? [],
        line.Baseline);
}
