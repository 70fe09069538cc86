using SloFunctions.Domain.Recommendations;

namespace SloFunctions.Domain.Tests.Recommendations;

public sealed class TargetLadderTests
{
    [Theory]
    [InlineData(0.9, 0.9)]
    [InlineData(0.9499, 0.9)]
    [InlineData(0.9989, 0.998)]
    [InlineData(0.999, 0.999)]
    [InlineData(0.99912, 0.999)]
    [InlineData(0.999999, 0.99999)]
    [InlineData(1, 0.99999)]
    public void Availabilities_are_floored_to_a_level(double availability, double level)
    {
        TargetLadder.Floor(availability).ShouldBe(level);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.8999999)]
    public void Below_the_lowest_level_there_is_none(double availability)
    {
        TargetLadder.Floor(availability).ShouldBeNull();
    }

    [Fact]
    public void A_level_missed_by_rounding_alone_is_kept()
    {
        TargetLadder.Floor(0.999 - 1e-15).ShouldBe(0.999);
        TargetLadder.Floor(0.999 - 1e-9).ShouldBe(0.998);
    }

    [Fact]
    public void The_floor_is_the_nearest_level_and_never_above() => Property.Holds(5000, random =>
    {
        double availability = 1 - Math.Pow(10, -7 * random.Unit());
        double? floor = TargetLadder.Floor(availability);

        (floor ?? 0).ShouldBeLessThanOrEqualTo(availability + 1e-12);
        TargetLadder.Levels.Where(level => level > (floor ?? 0)).ShouldAllBe(level => level > availability);
    });

    [Fact]
    public void Levels_ascend_and_leave_a_budget()
    {
        TargetLadder.Levels.ShouldBe(TargetLadder.Levels.Order());
        TargetLadder.Levels[^1].ShouldBeLessThan(1);
    }

    [Theory]
    [InlineData(0.999, 1000, 0.999)]
    [InlineData(0.999, 999, 0.998)]
    [InlineData(0.99999, 1_000_000, 0.99999)]
    [InlineData(0.99999, 100, 0.99)]
    [InlineData(0.9, 10, 0.9)]
    [InlineData(0.9, 1e9, 0.9)]
    public void Traffic_supports_levels_whose_budget_holds_a_request(double target, double requests, double level)
    {
        TargetLadder.SupportedBy(target, requests).ShouldBe(level);
    }

    [Fact]
    public void Very_little_traffic_supports_none()
    {
        TargetLadder.SupportedBy(0.999, 9).ShouldBeNull();
        TargetLadder.SupportedBy(0.999, 0).ShouldBeNull();
    }
}
