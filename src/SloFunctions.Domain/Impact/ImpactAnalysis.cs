using SloFunctions.Domain.Reliability;

namespace SloFunctions.Domain.Impact;

/// <summary>
/// What becomes of the services above one whose availability changes. The availability of everything else that they need
/// stays as it is. A composite is linear in the availability of each service that it rests on, so that one solution serves
/// for both targets, and none is needed where the changed service is a single point of failure.
/// </summary>
public sealed class ImpactAnalysis(ServiceAvailabilities availabilities, Requirements requirements)
{
    private readonly ReliabilityNetwork network = availabilities.Network;

    /// <summary>Compares two availabilities of a service, its dependencies' failures included.</summary>
    /// <param name="service">The number of the service.</param>
    /// <param name="current">Its availability before, a ratio in [0, 1].</param>
    /// <param name="proposed">Its availability after, a ratio in [0, 1].</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Every other service that needs it, largest change first.</returns>
    /// <exception cref="OperationCanceledException">It was given up.</exception>
    public IReadOnlyList<ImpactedService> Of(int service, double current, double proposed, CancellationToken cancellation)
    {
        var upstream = new Upstream(service, requirements, network.Components);
        int[] affected = [.. Enumerable.Range(0, network.Services).Where(u => u != service && upstream.Of(u) != Reach.None)];
        if (affected.Length == 0) return [];

        // Services in a cycle act as one, and so a promise of one of them is a promise of all.
        int[] unit = network.Components.Members[network.Components.ComponentOf[service]];
        double ceiling = network.Solve(service, With(unit, 1)).Availability;
        var (before, after) = (Promise.Of(current, ceiling), Promise.Of(proposed, ceiling));
        cancellation.ThrowIfCancellationRequested();

        var up = Perfect(affected, unit, upstream);
        var down = Down(affected, unit, upstream);
        cancellation.ThrowIfCancellationRequested();
        var hidden = before.NeedsMasking || after.NeedsMasking ? Hidden(affected, unit) : up;
        cancellation.ThrowIfCancellationRequested();
        return
        [
            .. affected.Select((u, i) => Service(u, new Ends(down[i], up[i], hidden[i])))
                .OrderByDescending(s => Math.Abs(s.Delta)).ThenBy(s => s.Service),
        ];

        ImpactedService Service(int u, Ends ends)
        {
            double felt = availabilities.Services[u].MaskingFactor ?? 1;
            return new ImpactedService(
                u,
                requirements.Needs(u, service),
                upstream.Of(u) == Reach.Necessary,
                Masked(ends.At(before), felt),
                Masked(ends.At(after), felt),
                felt * ends.Delta(before, after),
                upstream.Cycles(u));
        }
    }

    private static Composite Masked(Composite composite, double felt) => Mixture.Of(Composite.Exactly(1), composite, felt);

    // All services with the changed one, and those in a cycle with it, perfect.
    private Composite[] Perfect(int[] affected, int[] unit, Upstream upstream)
    {
        double own = unit.Min(v => availabilities.Own[v]);
        bool IsScaled(int u) => own > 0 && upstream.Of(u) == Reach.Necessary;
        return Solve(affected, IsScaled, u => Times(availabilities.Services[u].Bound, 1 / own), network, With(unit, 1));
    }

    private Composite[] Down(int[] affected, int[] unit, Upstream upstream) =>
        Solve(affected, u => upstream.Of(u) == Reach.Necessary, _ => Composite.Exactly(0), network, With(unit, 0));

    // The changed service perfect, and what it needs of no consequence to it.
    private Composite[] Hidden(int[] affected, int[] unit) =>
        [.. requirements.Without(unit.ToHashSet()).ToNetwork().SolveAll(affected, With(unit, 1))];

    private static Composite[] Solve(
        int[] affected, Func<int, bool> isKnown, Func<int, Composite> known, ReliabilityNetwork network, double[] own)
    {
        int[] open = [.. affected.Where(u => !isKnown(u))];
        var solved = new Queue<Composite>(open.Length == 0 ? [] : network.SolveAll(open, own));
        return [.. affected.Select(u => isKnown(u) ? known(u) : solved.Dequeue())];
    }

    private double[] With(int[] unit, double own)
    {
        double[] all = [.. availabilities.Own];
        foreach (int v in unit) all[v] = own;
        return all;
    }

    private static Composite Times(Composite composite, double factor)
    {
        var scaled = composite.Times(factor);
        return new Composite(Math.Min(1, scaled.Availability), scaled.Method, Math.Min(1, scaled.Lower), Math.Min(1, scaled.Upper));
    }

    /// <summary>A composite with the changed service down, up, and up whatever its dependencies do.</summary>
    private readonly record struct Ends(Composite Down, Composite Up, Composite Hidden)
    {
        public Composite At(Promise promise) =>
            Mixture.Of(Hidden, Mixture.Of(Down, Up, promise.Own), promise.Felt);

        // Estimates may contradict what is certain: a better service never makes others worse.
        public double Delta(Promise before, Promise after) =>
            ((after.Own - before.Own) * Math.Max(0, Up.Availability - Down.Availability))
            + ((before.Felt - after.Felt) * Math.Max(0, Hidden.Availability - Up.Availability));
    }
}
