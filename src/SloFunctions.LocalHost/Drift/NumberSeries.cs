namespace SloFunctions.LocalHost.Drift;

/// <summary>Numbers of a file.</summary>
/// <param name="Name">The name of their column or property; "values" where there is none.</param>
/// <param name="Values">The numbers in order; not a number in gaps.</param>
internal sealed record NumberSeries(string Name, IReadOnlyList<double> Values)
{
    /// <summary>The name of the only series of a file that names none.</summary>
    public const string Unnamed = "values";
}
