namespace SloFunctions.Domain.Impact;

/// <summary>
/// Services that are as available as the weakest of them: one service, or those of a cycle. To lower the unavailability of the
/// unit, every member above the new level has to be improved. Levels are unavailabilities in [0, 1].
/// </summary>
internal sealed class ImprovableUnit
{
    private readonly (int Service, double Level, double Weight)[] members;

    /// <param name="members">The services, with their unavailabilities and what a nine more costs of each.</param>
    /// <param name="isFixed">Which of them cannot be improved.</param>
    public ImprovableUnit(IEnumerable<(int Service, double Level, double Weight)> members, Func<int, bool> isFixed)
    {
        this.members = [.. members.OrderByDescending(m => m.Level)];
        Floor = this.members.Where(m => isFixed(m.Service)).Select(m => m.Level).DefaultIfEmpty(0).Max();
    }

    /// <summary>The members' numbers.</summary>
    public IEnumerable<int> Services => members.Select(m => m.Service);

    /// <summary>The present level.</summary>
    public double Level => members[0].Level;

    /// <summary>The level below which a member that cannot be improved keeps it.</summary>
    public double Floor { get; }

    /// <summary>Whether anything can be improved.</summary>
    public bool IsImprovable => Floor < Level;

    /// <summary>Σ weight × nines over the members that are above a level.</summary>
    public double Cost(double level) => Steps(level).Sum(s => s.Weight * s.Nines);

    /// <summary>The members that are above a level, with the nines that take them there.</summary>
    public IEnumerable<(int Service, double From, double Nines, double Weight)> Steps(double level) =>
        members.TakeWhile(m => m.Level > level).Select(m => (m.Service, m.Level, Math.Log10(m.Level / level), m.Weight));

    /// <summary>
    /// The level that minimises cost × ln 10 + price × −ln(1 − level): W ÷ (W + price), W being the weight of the members
    /// above it. It never rises with the price.
    /// </summary>
    public double Best(double price)
    {
        double weight = 0;
        for (int i = 0; i < members.Length; i++)
        {
            weight += members[i].Weight;
            double lowest = Math.Max(Floor, i + 1 < members.Length ? members[i + 1].Level : 0);
            double level = Math.Min(members[i].Level, weight / (weight + price));
            if (level >= lowest) return Math.Max(level, Floor);
            if (lowest <= Floor) return Floor;
        }

        return Floor;
    }
}
