namespace SloFunctions.Application.Alerts;

/// <summary>How objectives and the alerts on them are written down.</summary>
public enum ExportFormat
{
    /// <summary>Rules for Prometheus, in a form of our own.</summary>
    Prometheus,

    /// <summary>Specifications of OpenSLO v1.</summary>
    Openslo,

    /// <summary>Rules for Prometheus as Sloth generates them.</summary>
    Sloth,

    /// <summary>Rules for Prometheus as Pyrra generates them.</summary>
    Pyrra,

    /// <summary>Specifications that Sloth generates rules from.</summary>
    SlothSpec,

    /// <summary>Specifications that Pyrra generates rules from.</summary>
    PyrraSpec,
}
