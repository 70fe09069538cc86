namespace SloFunctions.Application.Reports;

/// <summary>How much one report tells.</summary>
public static class ReportLimits
{
    /// <summary>Wrong parameters named in one answer.</summary>
    public const int ReportedErrors = 10;

    /// <summary>The most entries on a page.</summary>
    public const int MaxLimit = 500;

    /// <summary>Groups of a breakdown.</summary>
    public const int Groups = 100;
}
