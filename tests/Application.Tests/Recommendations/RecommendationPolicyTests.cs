using SloFunctions.Application.Recommendations;

namespace SloFunctions.Application.Tests.Recommendations;

public sealed class RecommendationPolicyTests
{
    [Fact]
    public void Times_that_make_no_sense_are_refused()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => new RecommendationPolicy { CacheLifetime = TimeSpan.Zero });
        Should.Throw<ArgumentOutOfRangeException>(() => new RecommendationPolicy { TolerableLag = TimeSpan.FromTicks(-1) });
        new RecommendationPolicy { TolerableLag = TimeSpan.Zero }.TolerableLag.ShouldBe(TimeSpan.Zero);
    }
}
