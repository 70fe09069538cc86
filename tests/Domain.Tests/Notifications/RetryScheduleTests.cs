using SloFunctions.Domain.Notifications;

namespace SloFunctions.Domain.Tests.Notifications;

public sealed class RetryScheduleTests
{
    [Fact]
    public void Eight_attempts_spread_over_about_a_day_with_growing_waits()
    {
        Property.Holds(200, random =>
        {
            var id = Id(random.NextBits());
            var waits = Enumerable.Range(1, RetrySchedule.MaxAttempts - 1).Select(attempt => RetrySchedule.WaitAfter(id, attempt)!.Value).ToArray();

            waits.ShouldBeInOrder();
            waits.Sum(w => w.TotalHours).ShouldBeInRange(19, 30);
            waits[0].TotalSeconds.ShouldBeInRange(48, 72);
            RetrySchedule.WaitAfter(id, RetrySchedule.MaxAttempts).ShouldBeNull();
        });
    }

    [Fact]
    public void Notifications_that_failed_together_are_not_tried_together_yet_each_at_the_same_time_again()
    {
        var waits = Enumerable.Range(0, 100).Select(i => RetrySchedule.WaitAfter(Id((ulong)i), 1)).ToArray();

        waits.Distinct().Count().ShouldBeGreaterThan(20);
        RetrySchedule.WaitAfter(Id(7), 1).ShouldBe(waits[7]);
    }

    [Fact]
    public void A_receiver_can_ask_for_more_time_within_bounds_but_not_for_less()
    {
        var own = RetrySchedule.WaitAfter(Id(1), 1)!.Value;

        RetrySchedule.WaitAfter(Id(1), 1, TimeSpan.FromMinutes(30)).ShouldBe(TimeSpan.FromMinutes(30));
        RetrySchedule.WaitAfter(Id(1), 1, TimeSpan.FromSeconds(1)).ShouldBe(own);
        RetrySchedule.WaitAfter(Id(1), 1, TimeSpan.FromDays(-1)).ShouldBe(own);
        RetrySchedule.WaitAfter(Id(1), 1, TimeSpan.FromDays(400)).ShouldBe(RetrySchedule.LongestAskedFor);
    }

    [Theory]
    [InlineData(200, DeliveryVerdict.Delivered)]
    [InlineData(202, DeliveryVerdict.Delivered)]
    [InlineData(204, DeliveryVerdict.Delivered)]
    [InlineData(302, DeliveryVerdict.Failed)]
    [InlineData(308, DeliveryVerdict.Failed)]
    [InlineData(400, DeliveryVerdict.Refused)]
    [InlineData(404, DeliveryVerdict.Refused)]
    [InlineData(408, DeliveryVerdict.Failed)]
    [InlineData(410, DeliveryVerdict.Refused)]
    [InlineData(425, DeliveryVerdict.Failed)]
    [InlineData(429, DeliveryVerdict.Failed)]
    [InlineData(500, DeliveryVerdict.Failed)]
    [InlineData(503, DeliveryVerdict.Failed)]
    [InlineData(999, DeliveryVerdict.Failed)]
    public void A_status_says_whether_trying_again_may_help(int status, DeliveryVerdict verdict)
    {
        RetrySchedule.Judge(status).ShouldBe(verdict);
    }

    private static Guid Id(ulong number) => new(0, 0, 0, BitConverter.GetBytes(number));
}
