namespace SloFunctions.Domain.Drift;

/// <summary>The detectors that vote.</summary>
public enum DriftDetector
{
    /// <summary>Page 1954, Hinkley 1971: the cumulative sum of deviations from the mean so far; quick on steps.</summary>
    PageHinkley,

    /// <summary>Bifet and Gavaldà 2007: a window that is cut where its halves differ; for steps and for slow changes.</summary>
    Adwin,

    /// <summary>The latest values beside the ones before them, by the Kolmogorov-Smirnov test; also for changes of spread.</summary>
    KolmogorovSmirnov,
}
