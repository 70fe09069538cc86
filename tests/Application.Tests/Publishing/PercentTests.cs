using SloFunctions.Application.Publishing;

namespace SloFunctions.Application.Tests.Publishing;

public sealed class PercentTests
{
    [Theory]
    [InlineData(0.999, 99.9)]
    [InlineData(0.99999, 99.999)]
    [InlineData(0.9964038486501, 99.640385)]
    [InlineData(1.0 / 3, 33.333333)]
    [InlineData(0.29, 29)]
    [InlineData(0, 0)]
    [InlineData(1, 100)]
    public void Ratios_become_percentages_of_six_decimals(double ratio, double percent)
    {
        Percent.Of(ratio).ShouldBe(percent);
        Percent.Of((double?)ratio).ShouldBe(percent);
    }

    [Fact]
    public void Nothing_stays_nothing()
    {
        Percent.Of(null).ShouldBeNull();
    }
}
