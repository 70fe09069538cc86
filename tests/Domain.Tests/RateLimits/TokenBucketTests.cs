using SloFunctions.Domain.Randomness;
using SloFunctions.Domain.RateLimits;

namespace SloFunctions.Domain.Tests.RateLimits;

public sealed class TokenBucketTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_full_bucket_grants_the_limit_and_then_one_token_every_sixtieth_of_a_minute_over_the_limit()
    {
        var (granted, rest) = TokenBucket.Full(10, Start).Take(10, 12, Start);

        (granted, rest.Tokens, rest.UntilNext(10), rest.UntilFull(10)).ShouldBe((10, 0, TimeSpan.FromSeconds(6), TimeSpan.FromMinutes(1)));
        rest.Take(10, 1, Start.AddSeconds(6).AddTicks(-1)).Granted.ShouldBe(0);
        rest.Take(10, 1, Start.AddSeconds(6)).Granted.ShouldBe(1);
        rest.At(10, Start.AddSeconds(59)).Tokens.ShouldBe(9);
        rest.At(10, Start.AddDays(400)).ShouldBe(TokenBucket.Full(10, Start.AddDays(400)));
    }

    [Theory]
    [InlineData(7)]
    [InlineData(59)]
    [InlineData(TokenBucket.HighestLimit)]
    public void Waiting_as_long_as_said_suffices_and_a_tick_less_does_not(int limit)
    {
        var empty = TokenBucket.Full(limit, Start).Take(limit, limit, Start).Rest;

        empty.At(limit, Start + empty.UntilNext(limit)).Tokens.ShouldBeGreaterThanOrEqualTo(1);
        empty.At(limit, Start + empty.UntilNext(limit) - TimeSpan.FromTicks(1)).Tokens.ShouldBe(0);
        empty.At(limit, Start + empty.UntilFull(limit)).Tokens.ShouldBe(limit);
        empty.At(limit, Start + empty.UntilFull(limit) - TimeSpan.FromTicks(1)).Tokens.ShouldBeLessThan(limit);
    }

    [Fact]
    public void No_interval_grants_more_than_the_bucket_and_what_flows_in_meanwhile() => Property.Holds(300, random =>
    {
        int limit = Limit(random);
        var (bucket, now) = (TokenBucket.Full(limit, Start), Start);
        List<(DateTimeOffset At, long Granted)> takes = [];
        for (int i = 0; i < 60; i++)
        {
            now += Step(random);
            (int granted, bucket) = bucket.Take(limit, random.Below(limit + 2), now);
            takes.Add((now, granted));
        }

        for (int from = 0; from < takes.Count; from++)
        {
            decimal sum = 0;
            for (int to = from; to < takes.Count; to++)
            {
                sum += takes[to].Granted;
                decimal ticks = (takes[to].At - takes[from].At).Ticks;
                ((sum - limit) * TimeSpan.TicksPerMinute).ShouldBeLessThanOrEqualTo(limit * ticks);
            }
        }
    });

    [Fact]
    public void A_bucket_is_never_over_full_and_never_below_empty_whatever_the_clock_does() => Property.Holds(300, random =>
    {
        int limit = Limit(random);
        var bucket = new TokenBucket((long)random.NextBits(), Start);
        for (int i = 0; i < 60; i++)
        {
            var now = bucket.AsOf + (Step(random) * (random.Below(3) - 1));
            var before = bucket;
            (int granted, bucket) = bucket.Take(limit, random.Below(limit + 2), now);

            bucket.Level.ShouldBeInRange(0, limit * TokenBucket.UnitsPerToken);
            bucket.AsOf.ShouldBeGreaterThanOrEqualTo(before.AsOf);
            granted.ShouldBeGreaterThanOrEqualTo(0);
            if (now <= before.AsOf) (bucket.Level + (granted * TokenBucket.UnitsPerToken)).ShouldBeLessThanOrEqualTo(Math.Max(before.Level, 0));
        }
    });

    [Fact]
    public void When_it_is_looked_at_in_between_changes_nothing() => Property.Holds(300, random =>
    {
        int limit = Limit(random);
        var bucket = TokenBucket.Full(limit, Start).Take(limit, random.Below(limit + 1), Start).Rest;
        var between = Start + Step(random);
        var end = between + Step(random);

        bucket.At(limit, between).At(limit, end).ShouldBe(bucket.At(limit, end));
    });

    [Fact]
    public void Tokens_put_in_do_not_overflow_it()
    {
        var bucket = TokenBucket.Full(10, Start).Take(10, 8, Start).Rest;

        bucket.With(10, 3).Tokens.ShouldBe(5);
        bucket.With(10, long.MaxValue).ShouldBe(TokenBucket.Full(10, Start));
    }

    [Fact]
    public void A_lower_limit_takes_what_is_over_it_and_a_higher_one_gives_nothing_at_once()
    {
        var bucket = TokenBucket.Full(10, Start);

        bucket.At(4, Start).Tokens.ShouldBe(4);
        bucket.At(40, Start).Tokens.ShouldBe(10);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(TokenBucket.HighestLimit + 1)]
    public void A_limit_is_a_positive_number_that_can_be_counted_with(int limit) =>
        Should.Throw<ArgumentOutOfRangeException>(() => TokenBucket.Full(limit, Start));

    private static int Limit(SeededRandom random) => random.Below(3) switch
    {
        0 => 1 + random.Below(10),
        1 => 1 + random.Below(1000),
        _ => 1 + random.Below(TokenBucket.HighestLimit),
    };

    private static TimeSpan Step(SeededRandom random) => random.Below(3) switch
    {
        0 => TimeSpan.FromTicks(random.Below(100_000)),
        1 => TimeSpan.FromMilliseconds(random.Below(20_000)),
        _ => TimeSpan.FromSeconds(random.Below(200)),
    };
}
