namespace SloFunctions.Benchmarks.Scale;

/// <summary>Learns from measured runs what a service takes.</summary>
public static class FittedDemand
{
    /// <summary>The demand, from runs with one activity at a time on fleets of different sizes.</summary>
    /// <param name="first">The first run of an app on each fleet: it computes the landscape, and compiles its own code.</param>
    /// <param name="later">A later one, which does neither; the last of these is of the largest fleet.</param>
    /// <param name="historyBytes">What a month of one service takes in the database.</param>
    public static ServiceDemand Of(IReadOnlyList<MeasuredRun> first, IReadOnlyList<MeasuredRun> later, double historyBytes)
    {
        double services = later.Sum(r => r.Services);
        double[] fleets = [.. first.Select(r => (double)r.Fleet)];
        return new ServiceDemand(
            later.Sum(r => r.AppMs) / services,
            later.Sum(r => r.Work.ProcessorMs) / services,
            later.Sum(r => r.Work.Commits) / services,
            1,
            later.Sum(r => r.Work.WalBytes) / services,
            later[^1].Work.PagesRead / later[^1].Services,
            historyBytes,
            Slope(fleets, [.. first.Zip(later, (f, l) => f.AppMs - (l.AppMs * f.Services / l.Services))]),
            Slope(fleets, [.. first.Zip(later, (f, l) => f.Work.ProcessorMs - (l.Work.ProcessorMs * f.Services / l.Services))]));
    }

    // What is the same for every fleet, compiling above all, falls to the intercept.
    private static double Slope(double[] x, double[] y)
    {
        double meanX = x.Average(), meanY = y.Average();
        return Math.Max(0, x.Zip(y, (a, b) => (a - meanX) * (b - meanY)).Sum() / x.Sum(a => (a - meanX) * (a - meanX)));
    }

    /// <summary>What a run with one activity at a time waited beside working, milliseconds for each question to the database.</summary>
    public static double WaitMs(IReadOnlyList<MeasuredRun> later, ServiceDemand demand)
    {
        double services = later.Sum(r => r.Services);
        double waited = (later.Sum(r => r.Seconds) * 1000 / services) - demand.AppMs - demand.DatabaseMs;
        return Math.Max(0, waited) / demand.RoundTrips;
    }
}
