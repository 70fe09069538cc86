using SloFunctions.Domain.Randomness;
using SloFunctions.Domain.Statistics;

namespace SloFunctions.Domain.Prediction;

/// <summary>
/// How different the record of a service could have been by chance: days are drawn again in blocks of 24 hours around the
/// clock (the circular block bootstrap of Politis and Romano 1992), with the incidents that began in them.
/// </summary>
public static class DriverBootstrap
{
    /// <summary>Resampled histories.</summary>
    public const int Replicates = 1000;

    private const int BlockHours = 24;
    private const double Tail = 0.025;
    private const double Confidence = 0.95;

    /// <summary>The drivers at both ends of the central 95 % of the replicates, ordered by the failures they tell of.</summary>
    /// <param name="record">The record.</param>
    /// <param name="own">Its drivers.</param>
    /// <param name="hours">The length of the history it was read from, in hours; above 0.</param>
    /// <param name="random">Seeded from what is being computed.</param>
    public static (FailureDrivers Worse, FailureDrivers Better) Extremes(IncidentRecord record, FailureDrivers own, int hours, SeededRandom random)
    {
        // Where nothing happened every replicate is the same, and certainty would be claimed; Jeffreys' interval does not.
        if (record.Incidents.Count == 0) return (own with { MonthlyIncidents = LikelyUnseen(record.ExposureDays) }, own);
        var replicates = new Replicate[Replicates];
        for (int r = 0; r < Replicates; r++) replicates[r] = Draw(record, hours, random);
        Array.Sort(replicates, Replicate.Compare);
        int tail = (int)(Tail * Replicates);
        return (Drivers(replicates[Replicates - 1 - tail], own), Drivers(replicates[tail], own));
    }

    private static double LikelyUnseen(double days) =>
        BinomialInterval.Jeffreys(0, (long)Math.Max(1, Math.Ceiling(days)), Confidence).Upper * FailureDrivers.MonthDays;

    private static Replicate Draw(IncidentRecord record, int hours, SeededRandom random)
    {
        var drawn = default(Replicate);
        for (int filled = 0; filled < hours; filled += BlockHours)
        {
            int start = random.Below(hours), length = Math.Min(BlockHours, hours - filled);
            foreach (var incident in record.Incidents)
            {
                if ((incident.FirstHour - start + hours) % hours < length) drawn = drawn.Plus(incident.Impact);
            }
        }

        return drawn;
    }

    private static FailureDrivers Drivers(Replicate replicate, FailureDrivers own) => replicate.Incidents == 0
        ? own with { MonthlyIncidents = 0 }
        : own with
        {
            MonthlyIncidents = replicate.Incidents / own.ObservedDays * FailureDrivers.MonthDays,
            TypicalImpact = Math.Exp(replicate.LogImpact / replicate.Incidents),
        };

    private readonly record struct Replicate(int Incidents, double Impact, double LogImpact)
    {
        // Equal ones in one order only, whatever the sort does with them.
        public static int Compare(Replicate a, Replicate b) =>
            (a.Impact, a.Incidents, a.LogImpact).CompareTo((b.Impact, b.Incidents, b.LogImpact));

        public Replicate Plus(double impact) => new(Incidents + 1, Impact + impact, LogImpact + Math.Log(impact));
    }
}
