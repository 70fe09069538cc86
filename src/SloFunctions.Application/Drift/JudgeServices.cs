using System.Text.Json;
using Microsoft.Extensions.Logging;
using SloFunctions.Application.Audit;
using SloFunctions.Application.Identifiers;
using SloFunctions.Application.Publishing;
using SloFunctions.Domain.Drift;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Lifecycle;

namespace SloFunctions.Application.Drift;

/// <summary>Judges the series of a batch of services, and lets confirmed drifts take effect.</summary>
public sealed partial class JudgeServices(
    IDriftTelemetry telemetry, IDriftStore store, DriftRunPolicy policy, DriftInstruments instruments, IIdSource ids, ILogger<JudgeServices> logger)
{
    /// <summary>Who answers for it in the audit log.</summary>
    public const string Actor = "system:drift";

    /// <summary>What is promised where neither an SLO nor a recommendation says so.</summary>
    public const double UsualTarget = 0.999;

    private readonly DriftPolicy detectors = DriftPolicy.For(policy.Step);

    /// <summary>Judges them. A service that cannot be judged is logged and left out.</summary>
    /// <param name="batch">The services.</param>
    /// <param name="now">The present.</param>
    /// <param name="cancellation">Ends the call early.</param>
    /// <returns>How many services failed, and how many drifts took effect.</returns>
    /// <exception cref="Failures.DependencyUnavailableException">A server that is needed does not answer; nothing of the batch was noted but drifts that took effect.</exception>
    public async Task<(int Failed, int Drifts)> HandleAsync(IReadOnlyList<DriftSubject> batch, DateTimeOffset now, CancellationToken cancellation)
    {
        var span = PointSpan.UpTo(now - policy.SettleTime, policy.Step * detectors.Points, policy.Step, policy.RateWindow);
        ServiceId[] services = [.. batch.Select(s => s.Service)];
        var baselines = (await store.ReadBaselinesAsync(services, cancellation)).ToDictionary(b => (b.Service, b.Baseline.Signal));
        var points = await telemetry.ReadAsync(services, span, cancellation);
        var (states, drifts, failed) = Judge(batch, span, points, baselines, now);
        await store.SaveAsync(states, now, cancellation);
        int confirmed = 0;
        foreach (var drift in drifts)
        {
            if (await TryConfirmAsync(drift, now, cancellation) is not { } isNew) failed++;
            else if (isNew) confirmed++;
        }

        return (failed, confirmed);
    }

    private (List<SeriesState> States, List<ConfirmedDrift> Drifts, int Failed) Judge(
        IReadOnlyList<DriftSubject> batch,
        PointSpan span,
        IReadOnlyDictionary<ServiceId, ServicePoints> points,
        Dictionary<(ServiceId Service, DriftSignal Signal), StoredBaseline> baselines,
        DateTimeOffset now)
    {
        var (states, drifts, failed) = (new List<SeriesState>(), new List<ConfirmedDrift>(), 0);
        // Not for several threads; batches run side by side.
        var judge = new DriftJudge(detectors);
        foreach (var subject in batch)
        {
            try
            {
                var measured = points.GetValueOrDefault(subject.Service) ?? ServicePoints.None(span.Count);
                foreach (var signal in Enum.GetValues<DriftSignal>())
                {
                    var baseline = baselines.GetValueOrDefault((subject.Service, signal));
                    var judgement = judge.Of(measured.Series(signal, span), baseline?.Baseline, subject.Target ?? UsualTarget);
                    if (judgement is { IsDrift: true, Change: { } change } && baseline is not null)
                        drifts.Add(Confirm(subject.Service, baseline, judgement, change, now));
                    else
                        states.Add(SeriesState.Of(subject.Service, signal, judgement, baseline?.Baseline, now));
                }
            }
            catch (Exception failure) when (failure is ArgumentException or InvalidOperationException or ArithmeticException or FormatException)
            {
                failed++;
                LogBroken(failure, subject.Service.Value);
            }
        }

        return (states, drifts, failed);
    }

    private ConfirmedDrift Confirm(ServiceId service, StoredBaseline judgedBy, DriftJudgement judgement, DriftChange change, DateTimeOffset now)
    {
        var signal = judgedBy.Baseline.Signal;
        var shifted = judgedBy.Baseline.Shifted(change.Onset, change.Offset);
        var findings = DriftRendering.Findings(signal, judgement);
        string details = JsonSerializer.Serialize(new { drift = findings }, PublishedJson.Options);
        var entry = new AuditEntry(
            ids.Next(), service, AuditAction.DriftTriggered, Actor, null, null, null, null, null, DriftRendering.Sentence(findings), null, details, now);
        return new ConfirmedDrift(new SeriesState(service, signal, DriftState.Drifted, change.Onset, judgement), judgedBy, shifted, entry);
    }

    // Each drift is a transaction of its own, so that one that fails does not undo the others; the next run finds it again.
    private async Task<bool?> TryConfirmAsync(ConfirmedDrift drift, DateTimeOffset now, CancellationToken cancellation)
    {
        try
        {
            if (!await store.ConfirmAsync(drift, now, cancellation)) return false;
            instruments.RecordDrift(drift.State.Signal, drift.State.Judgement.Vote!);
            LogDrift(drift.State.Service.Value, drift.Entry.Rationale!);
            return true;
        }
        catch (Exception failure) when (!cancellation.IsCancellationRequested)
        {
            LogNotNoted(failure, drift.State.Service.Value);
            return null;
        }
    }

    [LoggerMessage(5501, LogLevel.Warning, "Drift of {ServiceId}: {Finding}")]
    private partial void LogDrift(string serviceId, string finding);

    [LoggerMessage(5502, LogLevel.Error, "The series of {ServiceId} could not be judged")]
    private partial void LogBroken(Exception failure, string serviceId);

    [LoggerMessage(5503, LogLevel.Error, "A drift of {ServiceId} could not be noted; the next run finds it again")]
    private partial void LogNotNoted(Exception failure, string serviceId);
}
