namespace SloFunctions.Infrastructure.Prometheus.Alerts;

/// <summary>When an alert fires during a test.</summary>
/// <param name="Certain">By minute, whether it must.</param>
/// <param name="Possible">By minute, whether it may.</param>
internal sealed record FiringMinutes(bool[] Certain, bool[] Possible)
{
    /// <summary>The first minute at which it must fire; -1 when it never has to.</summary>
    public int First => Array.IndexOf(Certain, true);

    /// <summary>The minutes at the edges, with whether it fires: just before, the first, the last and just after.</summary>
    public IEnumerable<(int Minute, bool Fires)> Edges()
    {
        int before = Array.IndexOf(Possible, true) - 1;
        int after = Array.LastIndexOf(Possible, true) + 1;
        if (before >= 0) yield return (before, false);
        yield return (First, true);
        yield return (Array.LastIndexOf(Certain, true), true);
        if (after < Possible.Length) yield return (after, false);
    }
}
