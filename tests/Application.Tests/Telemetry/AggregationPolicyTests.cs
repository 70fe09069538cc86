using SloFunctions.Application.Telemetry;

namespace SloFunctions.Application.Tests.Telemetry;

public sealed class AggregationPolicyTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(91)]
    public void History_is_1_to_90_days(int days)
    {
        Should.Throw<ArgumentOutOfRangeException>(() => new AggregationPolicy { HistoryDays = days });
        new AggregationPolicy { HistoryDays = 1 }.HistoryDays.ShouldBe(1);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(24.1)]
    public void Hours_settle_for_a_day_at_most(double hours)
    {
        Should.Throw<ArgumentOutOfRangeException>(() => new AggregationPolicy { SettleTime = TimeSpan.FromHours(hours) });
    }
}
