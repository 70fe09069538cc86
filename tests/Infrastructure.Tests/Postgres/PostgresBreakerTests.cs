using SloFunctions.Application.Failures;
using SloFunctions.Infrastructure.Postgres;
using SloFunctions.Testing;

namespace SloFunctions.Infrastructure.Tests.Postgres;

public sealed class PostgresBreakerTests
{
    private readonly FakeClock clock = new(new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero));
    private readonly PostgresBreaker breaker;

    public PostgresBreakerTests() => breaker = new PostgresBreaker(clock);

    [Fact]
    public void After_a_few_failures_in_a_row_none_is_tried_for_a_moment_then_one_at_a_time()
    {
        Fail(PostgresBreaker.Threshold);

        breaker.State.ShouldBe("open");
        Should.Throw<DependencyUnavailableException>(breaker.Enter).RetryAfter.ShouldBe(TimeSpan.FromSeconds(5));

        clock.Advance(PostgresBreaker.Pause);
        breaker.Enter();
        breaker.State.ShouldBe("half_open");
        Should.Throw<DependencyUnavailableException>(breaker.Enter);
    }

    [Fact]
    public void A_trial_that_fails_starts_the_pause_anew_and_one_that_succeeds_ends_it()
    {
        Fail(PostgresBreaker.Threshold);
        clock.Advance(PostgresBreaker.Pause);
        Fail(1);
        Should.Throw<DependencyUnavailableException>(breaker.Enter);

        clock.Advance(PostgresBreaker.Pause);
        breaker.Enter();
        breaker.Succeeded();

        breaker.State.ShouldBe("closed");
        Should.NotThrow(breaker.Enter);
        Should.NotThrow(breaker.Enter);
    }

    [Fact]
    public void A_trial_that_is_given_up_makes_room_for_the_next()
    {
        Fail(PostgresBreaker.Threshold);
        clock.Advance(PostgresBreaker.Pause);
        breaker.Enter();

        breaker.GaveUp();

        Should.NotThrow(breaker.Enter);
    }

    [Fact]
    public void Failures_with_a_success_between_them_are_not_in_a_row()
    {
        Fail(PostgresBreaker.Threshold - 1);
        breaker.Succeeded();
        Fail(PostgresBreaker.Threshold - 1);

        breaker.State.ShouldBe("closed");
    }

    private void Fail(int times)
    {
        for (int i = 0; i < times; i++)
        {
            breaker.Enter();
            breaker.Failed();
        }
    }
}
