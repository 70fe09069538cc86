namespace SloFunctions.TelemetryGenerator.Series;

/// <summary>Requests of one pod that ended with one status.</summary>
/// <param name="Status">The HTTP status, as in the label.</param>
/// <param name="Increments">Requests per step; index 0 is unused.</param>
public sealed record StatusCounter(string Status, int[] Increments)
{
    /// <summary>Samples that are not written although the pod is scraped, as inclusive ranges, ascending.</summary>
    public List<SampleRange> Absences { get; } = [];

    /// <summary>5xx is bad; everything else, 4xx included, is good.</summary>
    public bool IsBad => Status[0] == '5';
}
