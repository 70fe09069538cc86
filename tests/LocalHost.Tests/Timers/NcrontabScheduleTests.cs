using System.Globalization;
using SloFunctions.LocalHost.Timers;

namespace LocalHost.Tests.Timers;

public class NcrontabScheduleTests
{
    private static DateTimeOffset Utc(string text) =>
        DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    [Theory]
    [InlineData("0 */5 * * * *", "2026-01-01 00:00:00", "2026-01-01 00:05:00")]
    [InlineData("0 */5 * * * *", "2026-01-01 00:04:59.999", "2026-01-01 00:05:00")]
    [InlineData("*/5 * * * *", "2026-01-01 00:00:00", "2026-01-01 00:05:00")]
    [InlineData("* * * * * *", "2026-01-01 00:00:00.4", "2026-01-01 00:00:01")]
    [InlineData("30 0 0 * * *", "2026-12-31 00:00:30", "2027-01-01 00:00:30")]
    [InlineData("0 0 0 1 1 *", "2026-01-01 00:00:00", "2027-01-01 00:00:00")]
    [InlineData("0 0 0 29 2 *", "2026-03-01 00:00:00", "2028-02-29 00:00:00")]
    [InlineData("0 0 0 29 2 MON", "2026-03-01 00:00:00", "2044-02-29 00:00:00")]
    [InlineData("0 30 9 * JAN MON", "2026-02-01 00:00:00", "2027-01-04 09:30:00")]
    [InlineData("0 30 9 * jan-mar mon-fri", "2026-01-02 09:30:00", "2026-01-05 09:30:00")]
    [InlineData("0 0 0 * * Sunday", "2026-01-01 00:00:00", "2026-01-04 00:00:00")]
    [InlineData("0 0 8,12,20-22 * * *", "2026-01-01 12:00:00", "2026-01-01 20:00:00")]
    [InlineData("0 5/20 * * * *", "2026-01-01 00:25:00", "2026-01-01 00:45:00")]
    [InlineData("0 10-30/10 * * * *", "2026-01-01 00:30:00", "2026-01-01 01:10:00")]
    [InlineData("0 0 2 13 * 5", "2026-01-01 00:00:00", "2026-02-13 02:00:00")]
    [InlineData("59 59 23 31 12 *", "2026-12-31 23:59:58", "2026-12-31 23:59:59")]
    public void The_next_occurrence_is_the_first_later_one(string expression, string after, string expected) =>
        NcrontabSchedule.Parse(expression).Next(Utc(after)).ShouldBe(Utc(expected));

    [Fact]
    public void Occurrences_are_in_utc_whatever_the_offset_asked_in() =>
        NcrontabSchedule.Parse("0 0 6 * * *").Next(new DateTimeOffset(2026, 1, 1, 7, 0, 0, TimeSpan.FromHours(2)))
            .ShouldBe(new DateTimeOffset(2026, 1, 1, 6, 0, 0, TimeSpan.Zero));

    [Fact]
    public void The_end_of_the_calendar_has_no_next_occurrence() =>
        NcrontabSchedule.Parse("* * * * * *").Next(DateTimeOffset.MaxValue).ShouldBeNull();

    [Theory]
    [InlineData("", "0 fields")]
    [InlineData("* * * *", "4 fields")]
    [InlineData("* * * * * * *", "7 fields")]
    [InlineData("60 * * * * *", "the second \"60\"")]
    [InlineData("0 0 24 * * *", "the hour \"24\"")]
    [InlineData("0 0 0 0 * *", "the day \"0\"")]
    [InlineData("0 0 0 * 13 *", "the month \"13\"")]
    [InlineData("0 0 0 * * 7", "the day of the week \"7\"")]
    [InlineData("0 0 0 * FOO *", "neither a number nor a name")]
    [InlineData("0 0 0 * * MO", "neither a number nor a name")]
    [InlineData("0 */0 * * * *", "a step is a positive number")]
    [InlineData("0 1/2/3 * * * *", "a step is a positive number")]
    [InlineData("0 1-2-3 * * * *", "a range has two ends")]
    [InlineData("0 0 0 * * FRI-MON", "a range must ascend")]
    [InlineData("0 -5 * * * *", "neither a number")]
    [InlineData("0 1,,2 * * * *", "neither a number")]
    [InlineData("0 0 0 31 2 *", "never occurs")]
    [InlineData("0 0 0 31 4,6,9,11 *", "never occurs")]
    public void A_malformed_or_impossible_expression_is_refused_with_the_reason(string expression, string reason) =>
        Should.Throw<FormatException>(() => NcrontabSchedule.Parse(expression)).Message.ShouldContain(reason);

    [Fact]
    public void Many_random_schedules_agree_with_a_scan_second_by_second()
    {
        var random = new Random(20260101);
        for (var round = 0; round < 400; round++)
        {
            var fields = RandomFields(random);
            var after = Utc("2026-01-01 00:00:00").AddSeconds(random.Next(0, 400 * 86_400)).AddMilliseconds(random.Next(0, 1000));
            var text = string.Join(' ', fields.Select(field => field.Text));

            NcrontabSchedule.Parse(text).Next(after).ShouldBe(Scan(fields, after), $"{text} after {after:O}");
        }
    }

    private static (string Text, Func<int, bool> Holds)[] RandomFields(Random random) =>
    [
        RandomField(random, 0, 59), RandomField(random, 0, 59), RandomField(random, 0, 23),
        RandomField(random, 1, 28), RandomField(random, 1, 12), random.Next(3) == 0 ? RandomField(random, 0, 6) : ("*", _ => true),
    ];

    /// <summary>A field as text beside its meaning, written down independently.</summary>
    private static (string Text, Func<int, bool> Holds) RandomField(Random random, int min, int max)
    {
        int a = random.Next(min, max + 1), b = random.Next(a, max + 1), step = random.Next(1, 12);
        return random.Next(6) switch
        {
            0 => ($"{a}", value => value == a),
            1 => ($"{a}-{b}", value => value >= a && value <= b),
            2 => ($"*/{step}", value => (value - min) % step == 0),
            3 => ($"{a}-{b}/{step}", value => value >= a && value <= b && (value - a) % step == 0),
            4 => ($"{b},{a}", value => value == a || value == b),
            _ => ("*", _ => true),
        };
    }

    private static DateTimeOffset? Scan((string Text, Func<int, bool> Holds)[] fields, DateTimeOffset after)
    {
        var at = new DateTime(after.Year, after.Month, after.Day, after.Hour, after.Minute, after.Second, DateTimeKind.Utc);
        for (at = at.AddSeconds(1); at.Year < 2070;)
        {
            if (!fields[4].Holds(at.Month) || !fields[3].Holds(at.Day) || !fields[5].Holds((int)at.DayOfWeek))
            {
                at = at.Date.AddDays(1);
            }
            else if (fields[2].Holds(at.Hour) && fields[1].Holds(at.Minute) && fields[0].Holds(at.Second))
            {
                return new DateTimeOffset(at);
            }
            else
            {
                at = at.AddSeconds(1);
            }
        }

        return null;
    }
}
