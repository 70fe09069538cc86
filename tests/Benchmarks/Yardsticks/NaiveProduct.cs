using SloFunctions.Domain.Graph;

namespace SloFunctions.Benchmarks.Yardsticks;

/// <summary>For each service the product over everything it can reach, alternatives included as if all were needed.</summary>
internal static class NaiveProduct
{
    public static double[] Of(ServiceGraph graph, IReadOnlyList<double> own)
    {
        var successors = new List<int>[graph.Services.Count];
        for (int s = 0; s < successors.Length; s++) successors[s] = [];
        foreach (var d in graph.Dependencies.Where(d => d.IsHard)) successors[d.Source].Add(d.Target);
        double[] product = new double[successors.Length];
        int[] met = new int[successors.Length];
        var next = new Stack<int>();
        for (int target = 0; target < product.Length; target++)
        {
            product[target] = 1;
            next.Push(target);
            met[target] = target + 1;
            while (next.TryPop(out int service))
            {
                product[target] *= own[service];
                foreach (int below in successors[service])
                {
                    if (met[below] == target + 1) continue;
                    met[below] = target + 1;
                    next.Push(below);
                }
            }
        }

        return product;
    }
}
