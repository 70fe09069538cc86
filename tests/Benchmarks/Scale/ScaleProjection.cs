using System.Globalization;

namespace SloFunctions.Benchmarks.Scale;

/// <summary>What the model says of fleets and deployments that cannot be measured on one machine.</summary>
public static class ScaleProjection
{
    /// <summary>Memory of an instance, GB; such an instance has one core.</summary>
    public const double Gigabytes = 2;

    private const int Slots = 4;
    private const double RoundTripMs = 1;
    private const double CommitMs = 2;

    // Queues are polled, and a result waits for its orchestration.
    private const double ActivityMs = 200;

    private static readonly int[] Fleets = [5_000, 50_000, 500_000];
    private static readonly int[] Instances = [1, 4, 16, 64];

    /// <summary>A bulk run of a whole fleet. Hours that stay in the database's memory are read from no disk.</summary>
    public static RunForecast Of(int fleet, int instances, DatabaseServer database, ServiceDemand demand) => new RunSimulation(
        new Deployment(instances, 1, Slots, database.Cores, database.Iops, RoundTripMs, CommitMs, ActivityMs),
        database.Holds(fleet * demand.HistoryBytes) ? demand with { PagesRead = 0 } : demand).Run(fleet, fleet);

    /// <summary>Prints a table.</summary>
    public static void Print(ServiceDemand demand)
    {
        Console.WriteLine($"  {"services",9}{"instances",11}  {"database",-10}{"minutes",9}{"app",6}{"db",6}{"disk",6}{"conn.",7}{"$ a run",9}  {"held up by",-10}");
        foreach (int fleet in Fleets)
        {
            foreach (int instances in Instances)
            {
                foreach (var database in DatabaseServer.All)
                {
                    var run = Of(fleet, instances, database, demand);
                    Console.WriteLine(string.Create(
                        CultureInfo.InvariantCulture,
                        $"  {fleet,9}{instances,11}  {database.Name,-10}{run.Seconds / 60,9:0.0}{run.AppUse,6:0%}{run.DatabaseUse,6:0%}{run.DiskUse,6:0%}{instances * Slots,7}{PriceList.OfRun(instances, Gigabytes, run),9:0.00}  {run.Bottleneck,-10}"));
                }
            }
        }
    }
}
