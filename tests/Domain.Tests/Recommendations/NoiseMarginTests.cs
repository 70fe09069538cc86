using SloFunctions.Domain.Recommendations;

namespace SloFunctions.Domain.Tests.Recommendations;

public sealed class NoiseMarginTests
{
    [Theory]
    [InlineData(null, 0.05)]
    [InlineData(0.0, 0.05)]
    [InlineData(0.025, 0.075)]
    [InlineData(0.05, 0.10)]
    [InlineData(0.9, 0.10)]
    [InlineData(double.PositiveInfinity, 0.10)]
    [InlineData(-1.0, 0.05)]
    public void The_margin_grows_with_throttling_from_5_to_10_percent(double? throttled, double margin)
    {
        NoiseMargin.For(throttled).ShouldBe(margin, 1e-12);
    }
}
