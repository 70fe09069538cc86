using System.Globalization;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Reliability;

namespace SloFunctions.Domain.Tests.Reliability;

/// <summary>Networks with alternatives, written shortly or drawn at random, and their availability by enumeration.</summary>
internal static class Networks
{
    /// <summary>Services as <c>name:availability</c>; edges as <c>a&gt;b</c>, alternatives as <c>a&gt;b|c</c>.</summary>
    public static DependencyNetwork Parse(string services, string edges)
    {
        var parts = edges.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(e => e.Split('>')).ToLookup(e => e[1].Contains('|', StringComparison.Ordinal));
        return new DependencyNetwork(
            services.Split(' ').Select(s => s.Split(':')).ToDictionary(s => ServiceId.Of(s[0]), s => double.Parse(s[1], CultureInfo.InvariantCulture)),
            [.. parts[false].Select(e => (ServiceId.Of(e[0]), ServiceId.Of(e[1])))],
            [.. parts[true].Select(e => new RedundancyGroup(ServiceId.Of(e[0]), [.. e[1].Split('|').Select(ServiceId.Of)]))]);
    }

    /// <summary>A random network without cycles.</summary>
    public static DependencyNetwork Random(Random random, int services)
    {
        ServiceId[] ids = [.. Enumerable.Range(0, services).Select(i => ServiceId.Of($"s{i:D2}"))];
        var hard = new List<(ServiceId, ServiceId)>();
        var groups = new List<RedundancyGroup>();
        for (int i = 1; i < services; i++)
        {
            for (int k = random.Next(3); k > 0; k--) hard.Add((ids[i], ids[random.Next(i)]));
            for (int k = random.Next(3); k > 0; k--)
                groups.Add(new RedundancyGroup(ids[i], [.. Enumerable.Range(0, 2 + random.Next(2)).Select(_ => ids[random.Next(i)]).Distinct()]));
        }

        return new DependencyNetwork(ids.ToDictionary(s => s, _ => 0.5 + (random.NextDouble() / 2)), hard, groups);
    }

    /// <summary>Σ of the probabilities of all states in which the target works, over every subset of failed services.</summary>
    public static double Enumerate(DependencyNetwork network, ServiceId target)
    {
        ServiceId[] ids = [.. network.Availability.Keys.OrderBy(s => s.Value, StringComparer.Ordinal)];
        double sum = 0;
        for (int state = 0; state < 1 << ids.Length; state++)
        {
            // Services only need ones before them, so that one pass decides.
            var works = new HashSet<ServiceId>();
            double probability = 1;
            for (int i = 0; i < ids.Length; i++)
            {
                bool isUp = (state >> i & 1) == 1;
                probability *= isUp ? network.Availability[ids[i]] : 1 - network.Availability[ids[i]];
                if (isUp
                    && network.Hard.Where(e => e.Caller == ids[i]).All(e => works.Contains(e.Callee))
                    && network.Groups.Where(g => g.Source == ids[i]).All(g => g.AnyOf.Any(works.Contains)))
                {
                    works.Add(ids[i]);
                }
            }

            if (works.Contains(target)) sum += probability;
        }

        return sum;
    }
}
