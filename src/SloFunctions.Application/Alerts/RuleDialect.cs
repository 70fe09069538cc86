namespace SloFunctions.Application.Alerts;

/// <summary>Whose names the rules of a rule file have.</summary>
public enum RuleDialect
{
    /// <summary>Our own, with the recordings that dashboards of Sloth and Pyrra read beside them.</summary>
    Prometheus,

    /// <summary>Those of Sloth's generator.</summary>
    Sloth,

    /// <summary>Those of Pyrra's generator.</summary>
    Pyrra,
}
