namespace SloFunctions.Domain.Drift;

/// <summary>
/// The scale on which noise is about equally wide at all levels: the logarithm of latency, whose noise is a share of it, and the
/// square root of an error ratio, whose noise by counts is then the same at every ratio and which is defined at none.
/// </summary>
internal static class DriftTransform
{
    /// <summary>Not a number for what no measurement can be.</summary>
    public static double Apply(DriftSignal signal, double value) => signal switch
    {
        DriftSignal.Latency when value > 0 && double.IsFinite(value) => Math.Log(value),
        DriftSignal.ErrorRatio when value is >= 0 and <= 1 => Math.Sqrt(value),
        _ => double.NaN,
    };

    /// <summary>Back to a measurement.</summary>
    public static double Undo(DriftSignal signal, double level) => signal switch
    {
        DriftSignal.Latency => Math.Exp(level),
        _ => Math.Pow(Math.Clamp(level, 0, 1), 2),
    };
}
