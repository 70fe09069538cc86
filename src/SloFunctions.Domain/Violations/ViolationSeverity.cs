namespace SloFunctions.Domain.Violations;

/// <summary>How bad a violation of an objective is.</summary>
public enum ViolationSeverity
{
    /// <summary>The error budget will not last.</summary>
    Warning,

    /// <summary>The objective is missed, or will be within two days.</summary>
    Critical,
}
