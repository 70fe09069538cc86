using SloFunctions.Domain.Reports;

namespace SloFunctions.Application.Reports;

/// <summary>One objective in the SLO window of one month.</summary>
/// <param name="Month">The month.</param>
/// <param name="Objective">The objective.</param>
/// <param name="Judgement">What became of it.</param>
internal sealed record JudgedObjective(ReportMonth Month, AcceptedObjective Objective, ObjectiveJudgement Judgement)
{
    /// <summary>Its place in the list of breached ones.</summary>
    public BreachPosition Position => new(Month.Name, Objective.Service.Value, Objective.ThresholdMs ?? 0, Objective.Target);

    /// <summary>Judges an objective over the window of a month.</summary>
    public static JudgedObjective Of(ReportMonth month, AcceptedObjective objective, IReadOnlyDictionary<ObjectiveKey, ObjectiveCounts> counts) => new(
        month,
        objective,
        ObjectiveJudgement.Of(objective.Target, objective.ActivatedAt, month.Window, counts.GetValueOrDefault(objective.Key, ObjectiveCounts.None)));

    /// <summary>Counts some of them.</summary>
    public static BreachTally Tally(IEnumerable<JudgedObjective> judged)
    {
        var tally = new BreachTally();
        foreach (var one in judged) tally.Add(one.Judgement, one.Objective.Promise);
        return tally;
    }
}
