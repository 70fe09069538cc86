using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Domain.Tests.Telemetry;

public sealed class RequestRateTests
{
    [Theory]
    [InlineData(99, true)]
    [InlineData(100, false)]
    [InlineData(1, true)]
    [InlineData(0, false)]
    public void Fewer_than_a_hundred_requests_an_hour_are_few_and_none_are_none(int requests, bool isLow) =>
        RequestRate.Of(Histories.Constant(7, requests, requests)).IsLow.ShouldBe(isLow);

    [Fact]
    public void Only_hours_that_were_measured_count()
    {
        var rate = RequestRate.Of(Histories.Of([null, new SliCounts(150, 150), null, new SliCounts(50, 50), null]));

        rate.PerHour.ShouldBe(100);
        RequestRate.Of(Histories.Of(new SliCounts?[24])).PerHour.ShouldBe(0);
    }
}
