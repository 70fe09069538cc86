namespace SloFunctions.Application.AutoApproval;

/// <summary>How much there may be of rules.</summary>
public static class RuleLimits
{
    /// <summary>The most rules there may be: each recommendation is held against all that are enabled.</summary>
    public const int Rules = 200;

    /// <summary>The most characters of a name.</summary>
    public const int Name = 255;

    /// <summary>The most entries of a list among the conditions.</summary>
    public const int ListEntries = 100;

    /// <summary>The largest <c>max_change</c>: a hundred times what is in force.</summary>
    public const double MaxChange = 100;

    /// <summary>The largest <c>composite_margin_min</c>, percentage points.</summary>
    public const double MarginPoints = 100;

    /// <summary>Wrong fields named in one answer.</summary>
    public const int ReportedErrors = 20;

    /// <summary>Days that a preview looks back unless something else is asked for.</summary>
    public const int DefaultDays = 30;

    /// <summary>The most days that a preview looks back.</summary>
    public const int MaxDays = 90;

    /// <summary>Approvals that a preview shows.</summary>
    public const int ShownApprovals = 200;
}
