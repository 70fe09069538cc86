using SloFunctions.Application.Recommendations;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Recommendations;

namespace SloFunctions.Application.Tests.Recommendations;

public sealed class RecommendationQueryTests
{
    [Fact]
    public void Missing_parameters_have_defaults()
    {
        RecommendationQuery.Parse("a", null, null, null).Value.ShouldBe(new RecommendationQuery(ServiceId.Of("a"), null, 30, false));
        RecommendationQuery.Parse("a", "all", null, null).Value!.SliType.ShouldBeNull();
    }

    [Theory]
    [InlineData("availability", "7", "true", SliType.Availability, 7, true)]
    [InlineData("latency", "365", "False", SliType.Latency, 365, false)]
    public void Every_parameter_is_read(string sliType, string days, string force, SliType type, int lookbackDays, bool isForced)
    {
        RecommendationQuery.Parse("a", sliType, days, force).Value
            .ShouldBe(new RecommendationQuery(ServiceId.Of("a"), type, lookbackDays, isForced));
    }

    [Theory]
    [InlineData("6")]
    [InlineData("366")]
    [InlineData("30.5")]
    [InlineData("")]
    [InlineData("-30")]
    [InlineData("0x1e")]
    [InlineData("1e2")]
    [InlineData("30 ")]
    [InlineData("999999999999999999999999999999")]
    [InlineData("٣٠")]
    public void Look_backs_are_whole_days_from_7_to_365(string days)
    {
        RecommendationQuery.Parse("a", null, days, null).Error.Fields().ShouldBe("lookback_days");
    }

    [Theory]
    [InlineData("Availability", null, "sli_type")]
    [InlineData("", null, "sli_type")]
    [InlineData("error_rate", null, "sli_type")]
    [InlineData(null, "1", "force_regenerate")]
    [InlineData(null, "", "force_regenerate")]
    public void Other_parameters_at_fault_are_named(string? sliType, string? force, string field)
    {
        RecommendationQuery.Parse("a", sliType, null, force).Error.Fields().ShouldBe(field);
        RecommendationQuery.Parse(null, sliType, null, force).Error.Fields().ShouldBe("service_id, " + field);
    }
}
