namespace SloFunctions.Domain.Drift;

/// <summary>How series of a product are watched. Figures and where they come from: ADR 0035.</summary>
/// <param name="PageHinkley">Parameters of the Page-Hinkley test on standardised values.</param>
/// <param name="Adwin">Parameters of ADWIN on standardised values.</param>
/// <param name="KolmogorovSmirnov">Parameters of the Kolmogorov-Smirnov window.</param>
/// <param name="Points">Values that are replayed, the latest ones.</param>
public sealed record DriftPolicy(PageHinkleyOptions PageHinkley, AdwinOptions Adwin, KsOptions KolmogorovSmirnov, int Points)
{
    /// <summary>Detectors that must agree.</summary>
    public const int Majority = 2;

    /// <summary>The change of a 99th percentile that matters, up or down, as a share of the usual value.</summary>
    public const double LeastLatencyChange = 0.10;

    /// <summary>The burn rate above which a change of the error ratio matters.</summary>
    public const double LeastBurnRate = 1;

    /// <summary>Values from which a baseline can be learnt.</summary>
    public const int LeastBaselinePoints = 288;

    /// <summary>How long a detection counts towards a vote.</summary>
    public static readonly TimeSpan Latch = TimeSpan.FromMinutes(60);

    /// <summary>How long a change must have lasted.</summary>
    public static readonly TimeSpan LeastDuration = TimeSpan.FromMinutes(15);

    /// <summary>For values of a minute: four hours of them.</summary>
    public static readonly DriftPolicy Minutes = new(
        new PageHinkleyOptions(0.5, 35), new AdwinOptions(1e-6, Clock: 4), new KsOptions(1e-7, 180, 30), 240);

    /// <summary>For values of five minutes: eight hours of them.</summary>
    public static readonly DriftPolicy FiveMinutes = new(
        new PageHinkleyOptions(0.5, 16, LeastPoints: 24), new AdwinOptions(1e-5, Clock: 1, LeastSide: 3), new KsOptions(2e-5, 64, 4), 96);

    /// <summary>Values below which nothing is judged: half of those replayed.</summary>
    public int LeastPoints => Points / 2;

    /// <summary>The policy for values of a given width: that of minutes below five minutes, else that of five minutes.</summary>
    public static DriftPolicy For(TimeSpan step) => step < TimeSpan.FromMinutes(5) ? Minutes : FiveMinutes;
}
