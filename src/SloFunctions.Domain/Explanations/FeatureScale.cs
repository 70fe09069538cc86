namespace SloFunctions.Domain.Explanations;

/// <summary>In which measure changes of a feature are compared and rounded.</summary>
public enum FeatureScale
{
    /// <summary>The value itself.</summary>
    Linear,

    /// <summary>The logarithm of the value: an unavailability, a latency or a rate, positive.</summary>
    Logarithmic,

    /// <summary>The logarithm of one minus the value: an availability in [0, 1], where each nine weighs the same.</summary>
    LogUnavailability,
}
