using SloFunctions.Domain.Impact;

namespace SloFunctions.Domain.Recommendations;

/// <summary>Makes recommendations of supported levels: capped by the composite bound, in order, snapped to the ladder, within what traffic can measure.</summary>
internal sealed class TierAssembly(TargetLimits limits, IReadOnlyList<double> sortedDays, Func<double, double> breachProbability)
{
    /// <summary>The tiers, least risk first.</summary>
    /// <param name="levels">What the method says, least risk first.</param>
    public IReadOnlyList<AvailabilityTier> Assemble(IReadOnlyList<SupportedLevel> levels)
    {
        var tiers = new List<AvailabilityTier>(levels.Count);
        double highest = 1;
        // From the boldest down, since no tier may be bolder than the next.
        foreach (var level in levels.Reverse())
        {
            var tier = Build(level, highest);
            highest = Math.Min(highest, tier.RawTarget);
            tiers.Insert(0, tier);
        }

        return tiers;
    }

    private AvailabilityTier Build(SupportedLevel supported, double highest)
    {
        var notes = new List<string>();
        bool isCapped = supported.Tier != Tier.Aggressive && limits.CompositeCap < supported.Level;
        if (isCapped) notes.Add("Capped by the composite bound of the hard dependencies.");
        double cap = Math.Min(highest, isCapped ? limits.CompositeCap : 1);
        double level = Math.Min(supported.Level, cap);
        double? target = Snap(level, notes);
        TargetConcern[] concerns = target is { } kept ? [.. Achievability.ConcernsAbout(kept, limits.Service)] : [];
        notes.AddRange(concerns.Select(Note));
        return new AvailabilityTier(
            supported.Tier,
            level,
            target,
            target is { } promised ? breachProbability(promised) : null,
            target is { } t && sortedDays.Count > 0 ? (double)sortedDays.Count(d => d < t) / sortedDays.Count : null,
            sortedDays.Count,
            isCapped ? (Math.Min(supported.Interval.Lower, cap), Math.Min(supported.Interval.Upper, cap)) : supported.Interval,
            concerns.Any(c => c is TargetConcern.Unachievable or TargetConcern.NeedsOwnImprovement),
            notes);
    }

    private double? Snap(double level, List<string> notes)
    {
        double? floor = TargetLadder.Floor(level);
        if (floor is null)
        {
            notes.Add("The history does not support any target of 90 % or more.");
            return null;
        }

        if (limits.Usual(level) < floor) notes.Add(ArchetypeBaseline.Held);
        if (limits.IsHeldByTraffic(level))
        {
            notes.Add(FormattableString.Invariant(
                $"Low confidence: about {limits.ExpectedRequests:F0} requests in 28 days leave less than one bad request in the error budget of a higher target."));
        }

        return limits.TargetFor(level);
    }

    private static string Note(TargetConcern concern) => concern switch
    {
        TargetConcern.Unachievable =>
            "Above the composite bound, and above what the hard dependencies allow a perfect service: no improvement of the service itself suffices.",
        TargetConcern.ReliesOnMasking =>
            "Above what the hard dependencies allow: kept only while retries, caches or fallbacks hide their failures.",
        TargetConcern.NeedsOwnImprovement =>
            "Above the composite bound, though the hard dependencies allow it: the service itself has to improve.",
        _ => "Your dependencies deliver more than they promise: their targets alone do not allow this one.",
    };
}
