using SloFunctions.Domain.Drift;
using SloFunctions.Domain.Graph;

namespace SloFunctions.Application.Drift;

/// <summary>What was found of a series.</summary>
/// <param name="Service">The service.</param>
/// <param name="Signal">Which series.</param>
/// <param name="State">What is known of it.</param>
/// <param name="Since">Since when, unless it was in this state before.</param>
/// <param name="Judgement">What the detectors found.</param>
public sealed record SeriesState(ServiceId Service, DriftSignal Signal, DriftState State, DateTimeOffset Since, DriftJudgement Judgement)
{
    /// <summary>The state that a judgement leaves a series in.</summary>
    /// <param name="service">The service.</param>
    /// <param name="judgement">The judgement.</param>
    /// <param name="signal">Which series.</param>
    /// <param name="baseline">What it was judged by.</param>
    /// <param name="now">The present.</param>
    public static SeriesState Of(ServiceId service, DriftSignal signal, DriftJudgement judgement, DriftBaseline? baseline, DateTimeOffset now)
    {
        var state = judgement.Reason switch
        {
            DriftReason.NoBaseline => DriftState.NoBaseline,
            DriftReason.Drift => DriftState.Drifted,
            // Until what is usual now has been learnt, it is known to have drifted whatever else is found.
            _ when baseline?.IsProvisional == true => DriftState.Drifted,
            DriftReason.TooFewPoints => DriftState.NoData,
            DriftReason.NoVote => DriftState.Stable,
            _ => DriftState.Suspected,
        };
        return new SeriesState(service, signal, state, state == DriftState.Drifted ? baseline?.Shift?.Since ?? now : now, judgement);
    }
}
