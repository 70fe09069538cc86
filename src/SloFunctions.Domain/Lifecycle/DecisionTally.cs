namespace SloFunctions.Domain.Lifecycle;

/// <summary>Counts what was decided about recommendations. Targets that somebody brought and found drift are no decisions about them.</summary>
public sealed class DecisionTally
{
    private readonly int[] counts = new int[Enum.GetValues<AuditAction>().Length];

    /// <summary>Recommendations that somebody, or a rule, decided about; those that expired are not among them.</summary>
    public int Decided => Taken + Of(AuditAction.Reject);

    /// <summary>The share of decided ones that were taken, as they were or changed, by somebody or by a rule; null without any.</summary>
    public double? AcceptanceRate => Decided == 0 ? null : (double)Taken / Decided;

    private int Taken => Of(AuditAction.Accept) + Of(AuditAction.Modify) + Of(AuditAction.AutoApprove);

    /// <summary>How often this was done.</summary>
    public int Of(AuditAction action) => counts[(int)action];

    /// <summary>Adds what was done so often.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public void Add(AuditAction action, int times)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(times);
        counts[(int)action] += times;
    }
}
