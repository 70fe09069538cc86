using SloFunctions.Application.Publishing;
using SloFunctions.Domain.ErrorBudgets;

namespace SloFunctions.Application.ErrorBudgets;

/// <summary>Says in a sentence what a gate's decision rests on.</summary>
internal static class GateMessages
{
    public const string NoSlo = "The service has no SLO in force, so that there is no error budget to decide by. Accept a recommendation, or bring targets: POST /api/v1/services/{service_id}/slos.";

    public const string StaleData = "The last hour counted ended more than two hours ago; the budgets may be others by now.";

    public static string Of(GateReason reason, BudgetObjective objective, BudgetReading reading)
    {
        string subject = objective.ThresholdMs is { } threshold
            ? Text.Invariant($"Latency, {Percent.Of(objective.Target)} % within {threshold} ms")
            : Text.Invariant($"Availability, {Percent.Of(objective.Target)} %");
        return $"{subject}: {Said(reason, reading)}";
    }

    private static string Said(GateReason reason, BudgetReading reading) => reason switch
    {
        GateReason.BudgetLeft => $"{Left(reading)} of the error budget is left.",
        GateReason.BudgetCaution => $"{Left(reading)} of the error budget is left. Deploy less often and put work on reliability first.",
        GateReason.BudgetFreeze => $"{Left(reading)} of the error budget is left. Only emergency fixes are deployed.",
        GateReason.BudgetIncident => $"{Left(reading)} of the error budget is left. Respond as to an incident.",
        GateReason.BudgetExhausted => $"Nothing of the error budget is left ({Left(reading)}). Respond as to an incident.",
        GateReason.FastBurn => Text.Invariant($"The error budget is being spent faster than {FastBurn.HourFactor:0.##} times over an hour, or {FastBurn.SixHoursFactor:0.##} times over six."),
        GateReason.NoTelemetry => "Nothing was measured in the SLO window.",
        GateReason.NoTraffic => "There were no requests in the SLO window, which is missing data and not an untouched budget.",
        GateReason.Unmeasurable => "It cannot be measured: there is no histogram that has the threshold for a boundary.",
        GateReason.EmergencyFix => "Deployments are stopped for all but emergency fixes, and this is one.",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "It is not about an objective."),
    };

    private static string Left(BudgetReading reading) => Text.Invariant($"{Math.Round(reading.Balance!.RemainingShare * 100, 2)} %");
}
