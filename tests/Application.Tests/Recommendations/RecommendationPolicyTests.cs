using System.ComponentModel.DataAnnotations;
using SloFunctions.Application.Recommendations;

namespace SloFunctions.Application.Tests.Recommendations;

public sealed class RecommendationPolicyTests
{
    [Fact]
    public void Times_that_make_no_sense_are_refused()
    {
        IsValid(new RecommendationPolicy()).ShouldBeTrue();
        IsValid(new RecommendationPolicy { CacheLifetime = TimeSpan.Zero }).ShouldBeFalse();
        IsValid(new RecommendationPolicy { TolerableLag = TimeSpan.FromTicks(-1) }).ShouldBeFalse();
        IsValid(new RecommendationPolicy { TolerableLag = TimeSpan.Zero }).ShouldBeTrue();
    }

    private static bool IsValid(RecommendationPolicy policy) =>
        Validator.TryValidateObject(policy, new ValidationContext(policy), null, validateAllProperties: true);
}
