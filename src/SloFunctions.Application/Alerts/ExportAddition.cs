namespace SloFunctions.Application.Alerts;

/// <summary>What an export may come with.</summary>
public enum ExportAddition
{
    /// <summary>The file of tests that promtool holds a rule file against.</summary>
    Tests,
}
