using System.Collections.Concurrent;

namespace SloFunctions.Application.Tests.Recommendations;

/// <summary>Recommendations of random shops, computed once for all tests that read them.</summary>
public sealed class RandomRecommendations
{
    private readonly ConcurrentDictionary<int, Task<ReadableRecommendation[]>> known = [];

    /// <summary>The shops there are.</summary>
    public static IEnumerable<int> Seeds => Enumerable.Range(1, 30);

    /// <summary>The first service of a shop, which needs others, and the last, which needs none.</summary>
    public Task<ReadableRecommendation[]> OfAsync(int seed) => known.GetOrAdd(seed, ComputeAsync);

    private static async Task<ReadableRecommendation[]> ComputeAsync(int seed)
    {
        var shop = await RandomShop.OpenAsync(seed);
        return [await shop.RecommendAsync(shop.Services[0]), await shop.RecommendAsync(shop.Services[^1])];
    }
}
