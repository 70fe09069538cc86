using SloFunctions.Application.Recommendations;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Recommendations;
using SloFunctions.Testing;
using SloFunctions.Testing.Ports;

namespace SloFunctions.Application.Tests.Recommendations;

public sealed class CacheSizeTests
{
    private const int Third = 330_000;

    private readonly InMemoryRecommendationStore store = new("a");

    [Fact]
    public async Task What_was_used_last_is_kept_as_far_as_it_fits()
    {
        var cache = await HoldingAsync(megabytes: 1, Third, Third, Third);

        (await ReadsAsync(cache, 0, 1, 2)).ShouldBe(3, "Nothing is kept yet.");
        (await ReadsAsync(cache, 0, 1, 2)).ShouldBe(0);
    }

    [Fact]
    public async Task What_was_not_used_for_longest_makes_room()
    {
        var cache = await HoldingAsync(megabytes: 1, Third, Third, Third, Third);
        await ReadsAsync(cache, 0, 1, 2, 0, 3);

        (await ReadsAsync(cache, 0, 2, 3)).ShouldBe(0);
        (await ReadsAsync(cache, 1)).ShouldBe(1);
    }

    [Fact]
    public async Task What_fits_nowhere_is_not_kept_and_displaces_nothing()
    {
        var cache = await HoldingAsync(megabytes: 1, Third, 4 * Third);
        await ReadsAsync(cache, 0, 1);

        (await ReadsAsync(cache, 0)).ShouldBe(0);
        (await ReadsAsync(cache, 1)).ShouldBe(1);
    }

    [Fact]
    public async Task Without_memory_nothing_is_kept()
    {
        var cache = await HoldingAsync(megabytes: 0, 1);
        await ReadsAsync(cache, 0);

        (await ReadsAsync(cache, 0)).ShouldBe(1);
    }

    private static RecommendationKey Key(int set) => new(ServiceId.Of("a"), 7 + set, RecommendationMethod.Predictive);

    private async Task<RecommendationCache> HoldingAsync(int megabytes, params int[] sizes)
    {
        var shop = await Shop.OpenAsync();
        await shop.GenerateAsync("silent");
        foreach (var (set, size) in sizes.Index())
            await store.SaveAsync(shop.Store.Saved[0] with { ServiceId = "a" }, new byte[size], [], Key(set).LookbackDays, CancellationToken.None);
        var policy = new RecommendationPolicy { CacheMegabytes = megabytes };
        return new RecommendationCache(store, new VersionWatch(new InMemoryCacheVersion(store), policy, new FakeClock(Shop.Through)), policy);
    }

    private async Task<int> ReadsAsync(RecommendationCache cache, params int[] sets)
    {
        int before = store.Reads;
        foreach (int set in sets) await cache.FindAsync(Key(set), CancellationToken.None);
        return store.Reads - before;
    }
}
