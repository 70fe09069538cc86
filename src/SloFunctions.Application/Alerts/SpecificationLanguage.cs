namespace SloFunctions.Application.Alerts;

/// <summary>The languages that objectives are specified in, for tools that make rules of them.</summary>
public enum SpecificationLanguage
{
    /// <summary>OpenSLO v1.</summary>
    Openslo,

    /// <summary>Sloth's own, <c>prometheus/v1</c>.</summary>
    Sloth,

    /// <summary>Pyrra's custom resources, <c>pyrra.dev/v1alpha1</c>.</summary>
    Pyrra,
}
