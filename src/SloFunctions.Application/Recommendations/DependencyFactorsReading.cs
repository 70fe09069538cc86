using SloFunctions.Application.Reliability;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Recommendations;

namespace SloFunctions.Application.Recommendations;

/// <summary>Takes apart what the dependencies of a service let through, by solving the network with some of them perfect or failed.</summary>
internal static class DependencyFactorsReading
{
    private const int Varied = 3;

    public static DependencyFactors Of(DownstreamLandscape downstream)
    {
        var service = downstream.Service;
        // An estimate is too dear to repeat and too coarse to compare.
        if (downstream.Members.Count == 1 || !service.Bound.IsExact) return DependencyFactors.None with { BoundNow = service.Bound.Availability };
        double[] own = [.. downstream.Landscape.Availabilities.Own];
        own[downstream.Place] = 1;
        double now = Ceiling(downstream, own);
        if (now <= 0) return DependencyFactors.None with { BoundNow = service.Bound.Availability };
        double inside = Ceiling(downstream, WithoutExternal(downstream, own));
        return new DependencyFactors(inside, now / inside, service.Bound.Availability, service.MaskingFactor ?? 1, [.. Most(downstream).Select(d => Vary(downstream, own, d))]);
    }

    private static double[] WithoutExternal(DownstreamLandscape downstream, double[] own)
    {
        double[] perfect = [.. own];
        foreach (int member in downstream.Members.Where(m => downstream.Landscape.Graph.Services[m].Type == ServiceType.External)) perfect[member] = 1;
        return perfect;
    }

    private static IEnumerable<int> Most(DownstreamLandscape downstream) => downstream.Contributions
        .Where(c => c.Service != downstream.Place && c.Share > 0)
        .Take(Varied)
        .Select(c => c.Service);

    private static VariedDependency Vary(DownstreamLandscape downstream, double[] own, int dependency) => new(
        downstream.Landscape.NameOf(dependency),
        own[dependency],
        Ceiling(downstream, With(own, dependency, 0)),
        Ceiling(downstream, With(own, dependency, 1)));

    private static double[] With(double[] own, int service, double availability)
    {
        double[] changed = [.. own];
        changed[service] = availability;
        return changed;
    }

    private static double Ceiling(DownstreamLandscape downstream, double[] own) =>
        downstream.Landscape.Availabilities.Network.Solve(downstream.Place, own).Availability;
}
