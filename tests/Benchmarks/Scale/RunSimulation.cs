using SloFunctions.Domain.Randomness;

namespace SloFunctions.Benchmarks.Scale;

/// <summary>
/// Plays a bulk run: slots take activities, of each service by turns the app's cores, the way to the database, its cores and its
/// disk. What one step takes is drawn from an exponential distribution with the measured mean, so that work comes unevenly.
/// </summary>
public sealed class RunSimulation
{
    /// <summary>Services that one activity computes.</summary>
    public const int ServicesAnActivity = 10;

    // A service asks, computes and stores; finer turns change nothing any more.
    private const int Turns = 4;

    // The app's cores and the way to the database, its cores, its disk: each is an event, so that all come to a station in the order of time.
    private const int Steps = 3;

    private readonly Deployment deployment;
    private readonly ServiceDemand demand;
    private readonly SeededRandom random;
    private readonly Station[] app;
    private readonly Station database;
    private readonly Station disk;

    /// <summary>A run on some deployment.</summary>
    public RunSimulation(Deployment deployment, ServiceDemand demand, ulong seed = 1)
    {
        (this.deployment, this.demand, random) = (deployment, demand, new SeededRandom(seed));
        app = [.. Enumerable.Range(0, deployment.Instances).Select(_ => new Station(deployment.Cores))];
        database = deployment.IsShared ? app[0] : new Station(deployment.DatabaseCores);
        disk = new Station(1);
    }

    /// <summary>Plays the run.</summary>
    /// <param name="services">How many services are computed.</param>
    /// <param name="fleet">How many there are; each instance first computes the landscape of all.</param>
    public RunForecast Run(int services, int fleet)
    {
        int activities = (services + ServicesAnActivity - 1) / ServicesAnActivity;
        var slots = new PriorityQueue<(int Instance, int Left), double>();
        int taken = 0;
        for (int instance = 0; instance < deployment.Instances; instance++)
        {
            double ready = app[instance].Serve(database.Serve(0, fleet * demand.LandscapeDatabaseMs / 1000), fleet * demand.LandscapeAppMs / 1000);
            for (int slot = 0; slot < deployment.Slots; slot++) slots.Enqueue((instance, 0), ready);
        }

        double end = 0;
        while (slots.TryDequeue(out var slot, out double now))
        {
            end = Math.Max(end, now);
            if (slot.Left == 0)
            {
                if (taken == activities) continue;
                slot.Left = Steps * Turns * Math.Min(ServicesAnActivity, services - (taken * ServicesAnActivity));
                taken++;
                slots.Enqueue(slot, now + (deployment.ActivityMs / 1000));
                continue;
            }

            slots.Enqueue((slot.Instance, slot.Left - 1), Step(slot.Instance, Steps - 1 - ((slot.Left - 1) % Steps), now));
        }

        double cores = deployment.IsShared ? 1 : deployment.Instances;
        return new RunForecast(end, app.Sum(a => a.Utilisation(end)) / cores, database.Utilisation(end), disk.Utilisation(end), activities);
    }

    private double Step(int instance, int step, double now) => step switch
    {
        0 => app[instance].Serve(now, Draw(demand.AppMs)) + (((demand.RoundTrips * deployment.RoundTripMs) + (demand.Commits * deployment.CommitMs)) / Turns / 1000),
        1 => database.Serve(now, Draw(demand.DatabaseMs)),
        _ => disk.Serve(now, demand.Ios / Turns / deployment.Iops),
    };

    private double Draw(double meanMs) => -Math.Log(1 - ((random.NextBits() >> 11) * Math.ScaleB(1, -53))) * meanMs / Turns / 1000;
}
