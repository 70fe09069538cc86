namespace SloFunctions.Domain.ErrorBudgets;

/// <summary>The remaining shares at which the error budget policy changes its state.</summary>
/// <param name="Caution">Above it all is normal.</param>
/// <param name="Freeze">From it up to <paramref name="Caution"/> there is caution.</param>
/// <param name="Incident">From it up to <paramref name="Freeze"/> deployments are frozen; below it there is an incident.</param>
public sealed record PolicyThresholds(double Caution, double Freeze, double Incident)
{
    /// <summary>Those of the operations handbook.</summary>
    public static readonly PolicyThresholds Handbook = new(0.5, 0.25, 0.1);

    /// <summary>Whether 0 &lt; incident &lt; freeze &lt; caution &lt; 1.</summary>
    public bool AreOrdered => Incident > 0 && Incident < Freeze && Freeze < Caution && Caution < 1;
}
