using System.Runtime.InteropServices;

namespace SloFunctions.TelemetryGenerator.Series;

/// <summary>Samples <paramref name="First"/> to <paramref name="Last"/>, both included.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct SampleRange(int First, int Last);
