using System.ComponentModel.DataAnnotations;
using SloFunctions.Application.Telemetry;

namespace SloFunctions.Application.Tests.Telemetry;

public sealed class AggregationPolicyTests
{
    [Theory]
    [InlineData(0, false)]
    [InlineData(-1, false)]
    [InlineData(1, true)]
    [InlineData(90, true)]
    [InlineData(91, false)]
    public void History_is_1_to_90_days(int days, bool isValid) =>
        IsValid(new AggregationPolicy { HistoryDays = days }).ShouldBe(isValid);

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(60, true)]
    [InlineData(61, false)]
    public void Hours_settle_for_an_hour_at_most(int minutes, bool isValid) =>
        IsValid(new AggregationPolicy { SettleTime = TimeSpan.FromMinutes(minutes) }).ShouldBe(isValid);

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(168, true)]
    [InlineData(169, false)]
    public void Gaps_are_looked_for_over_a_week_at_most(int hours, bool isValid) =>
        IsValid(new AggregationPolicy { GapLookback = TimeSpan.FromHours(hours) }).ShouldBe(isValid);

    private static bool IsValid(AggregationPolicy policy) =>
        Validator.TryValidateObject(policy, new ValidationContext(policy), null, validateAllProperties: true);
}
