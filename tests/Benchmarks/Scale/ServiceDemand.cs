namespace SloFunctions.Benchmarks.Scale;

/// <summary>What the recommendations of one service take, waiting left out.</summary>
/// <param name="AppMs">Time of one core of the app, milliseconds.</param>
/// <param name="DatabaseMs">Time of one core of the database, milliseconds.</param>
/// <param name="RoundTrips">Questions to the database.</param>
/// <param name="Commits">Transactions that write.</param>
/// <param name="WalBytes">Bytes written ahead.</param>
/// <param name="PagesRead">Pages of 8 kB that are read from the disk while the hours of the fleet do not stay in memory.</param>
/// <param name="HistoryBytes">What a month of its hours takes in the database, indexes included.</param>
/// <param name="LandscapeAppMs">What the landscape of the fleet takes of the app in each instance, milliseconds a service of the fleet.</param>
/// <param name="LandscapeDatabaseMs">What it takes of the database.</param>
public sealed record ServiceDemand(
    double AppMs,
    double DatabaseMs,
    double RoundTrips,
    double Commits,
    double WalBytes,
    double PagesRead,
    double HistoryBytes,
    double LandscapeAppMs,
    double LandscapeDatabaseMs)
{
    private const double BytesAWrite = 16 * 1024;

    /// <summary>Operations of the disk: pages read, one write a commit, and one for each 16 kB written ahead.</summary>
    public double Ios => PagesRead + Commits + (WalBytes / BytesAWrite);
}
