using SloFunctions.Application.Recommendations;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Recommendations;
using SloFunctions.Domain.Vocabulary;

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

    [Theory]
    [InlineData("99.9", 0.999)]
    [InlineData("0.000001", 0.00000001)]
    [InlineData("99.9999999", 0.999999999)]
    [InlineData("50", 0.5)]
    public void A_desired_target_is_a_percentage(string text, double ratio)
    {
        RecommendationQuery.Parse("a", null, null, null, text).Value!.DesiredTarget.ShouldBe(ratio);
    }

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("100")]
    [InlineData("99.99999999999999999999")]
    [InlineData("-1")]
    [InlineData("1e1")]
    [InlineData("99,9")]
    [InlineData("99.9%")]
    [InlineData(" 99.9")]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("0x10")]
    [InlineData("٩٩")]
    public void Other_desired_targets_are_refused_by_name(string text)
    {
        RecommendationQuery.Parse("a", null, null, null, text).Error.Fields().ShouldBe("desired_target");
    }

    [Fact]
    public void The_method_is_the_usual_one_unless_another_is_asked_for()
    {
        RecommendationQuery.Parse("a", null, null, null).Value!.Method.ShouldBe(RecommendationQuery.DefaultMethod);
        foreach (var method in RecommendationQuery.Methods)
            RecommendationQuery.Parse("a", null, null, null, method: Term<RecommendationMethod>.Name(method)).Value!.Method.ShouldBe(method);
    }

    [Theory]
    [InlineData("")]
    [InlineData("HistoricalPercentile")]
    [InlineData("guessed")]
    [InlineData("0")]
    public void A_method_that_is_not_offered_is_refused(string text) =>
        RecommendationQuery.Parse("a", null, null, null, method: text).Error.Fields().ShouldBe("method");
}
