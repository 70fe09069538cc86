using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Domain.Tests.Telemetry;

public sealed class BucketBoundsTests
{
    private static readonly double[] Bounds = [0.005, 0.07, 0.1, 0.25, 2.5];

    [Theory]
    [InlineData(5, 0.005)]
    [InlineData(70, 0.07)]
    [InlineData(250, 0.25)]
    [InlineData(2500, 2.5)]
    [InlineData(250.001, null)]
    [InlineData(1, null)]
    [InlineData(3000, null)]
    public void A_duration_is_found_among_the_boundaries_however_they_are_rounded(double milliseconds, double? bound)
    {
        BucketBounds.Find(Bounds, milliseconds).ShouldBe(bound);
        BucketBounds.Hold(Bounds, milliseconds).ShouldBe(bound is not null);
    }

    [Theory]
    [InlineData(1, new[] { 0.005 })]
    [InlineData(200, new[] { 0.1, 0.25 })]
    [InlineData(9000, new[] { 2.5 })]
    public void The_boundaries_around_a_duration_are_told(double milliseconds, double[] around) => BucketBounds.Around(Bounds, milliseconds).ShouldBe(around);

    [Fact]
    public void Nothing_is_a_boundary_where_none_are_known() => BucketBounds.Hold([], 100).ShouldBeFalse();
}
