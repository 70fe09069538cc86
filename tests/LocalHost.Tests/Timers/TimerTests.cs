using System.Globalization;
using SloFunctions.LocalHost;
using SloFunctions.Testing;

namespace LocalHost.Tests.Timers;

public class TimerTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly FakeClock clock = new(Noon.AddMinutes(1));

    private static DateTimeOffset At(string time) => Noon.AddHours(-12) + TimeSpan.Parse(time, CultureInfo.InvariantCulture);

    [Fact]
    public async Task A_timer_runs_at_each_occurrence()
    {
        await using var host = await RunningHost.StartAsync(HostSetup.At(clock), typeof(EveryFiveMinutes));

        clock.Advance(TimeSpan.FromMinutes(4));
        (await host.Probe.HeardAsync()).ShouldBe("12:05:00 on time next 12:05:00");
        await clock.WhenTimerIsSetAsync(At("12:10"));
        clock.Advance(TimeSpan.FromMinutes(5));
        (await host.Probe.HeardAsync()).ShouldBe("12:10:00 on time next 12:10:00");

        host.Probe.Rest().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_time_span_counts_from_the_last_run_and_a_timer_may_run_on_startup()
    {
        await using var host = await RunningHost.StartAsync(HostSetup.At(clock), typeof(OnStartup));

        (await host.Probe.HeardAsync()).ShouldBe("12:01:00 unmonitored");
        await clock.WhenTimerIsSetAsync(At("12:11"));
        clock.Advance(TimeSpan.FromMinutes(10));
        (await host.Probe.HeardAsync()).ShouldBe("12:11:00 unmonitored");
    }

    [Fact]
    public async Task A_yearly_timer_waits_through_the_year()
    {
        await using var host = await RunningHost.StartAsync(
            HostSetup.At(clock, args: ["--Timers:Drift=0 0 0 1 1 *"]), typeof(FromSetting));

        for (var day = clock.GetUtcNow(); day < new DateTimeOffset(2026, 12, 31, 23, 0, 0, TimeSpan.Zero); day = clock.GetUtcNow())
        {
            await clock.WhenTimerIsSetAsync(day.AddDays(1));
            host.Probe.Rest().ShouldBeEmpty();
            clock.Advance(TimeSpan.FromDays(1));
        }

        (await host.Probe.HeardAsync()).ShouldBe("on time");
    }

    [Fact]
    public async Task A_missed_run_is_made_up_for_once_when_the_host_starts_again()
    {
        string folder;
        await using (var first = await RunningHost.StartAsync(HostSetup.At(clock), typeof(EveryFiveMinutes)))
        {
            folder = first.Folder;
        }

        clock.Advance(TimeSpan.FromHours(3));
        await using var second = await RunningHost.StartAsync(HostSetup.At(clock, folder), typeof(EveryFiveMinutes));

        (await second.Probe.HeardAsync()).ShouldBe("15:01:00 late next 12:05:00");
        await clock.WhenTimerIsSetAsync(At("15:05"));
        clock.Advance(TimeSpan.FromMinutes(4));
        (await second.Probe.HeardAsync()).ShouldBe("15:05:00 on time next 15:05:00");
    }

    [Fact]
    public async Task A_restart_between_two_occurrences_makes_up_for_nothing()
    {
        string folder;
        await using (var first = await RunningHost.StartAsync(HostSetup.At(clock), typeof(EveryFiveMinutes)))
        {
            folder = first.Folder;
        }

        clock.Advance(TimeSpan.FromMinutes(3));
        await using var second = await RunningHost.StartAsync(HostSetup.At(clock, folder), typeof(EveryFiveMinutes));
        await clock.WhenTimerIsSetAsync(At("12:05"));
        clock.Advance(TimeSpan.FromMinutes(1));

        (await second.Probe.HeardAsync()).ShouldStartWith("12:05:00 on time");
    }

    [Fact]
    public async Task A_changed_schedule_makes_up_for_nothing()
    {
        string folder;
        await using (var first = await RunningHost.StartAsync(HostSetup.At(clock, args: ["--Timers:Drift=0 */5 * * * *"]), typeof(FromSetting)))
        {
            folder = first.Folder;
        }

        clock.Advance(TimeSpan.FromHours(1));
        await using var second = await RunningHost.StartAsync(HostSetup.At(clock, folder, ["--Timers:Drift=0 */7 * * * *"]), typeof(FromSetting));
        await clock.WhenTimerIsSetAsync(At("13:07"));
        clock.Advance(TimeSpan.FromMinutes(6));

        (await second.Probe.HeardAsync()).ShouldBe("on time");
    }

    [Fact]
    public async Task A_damaged_memory_is_a_warning_and_the_timer_goes_on()
    {
        var setup = HostSetup.At(clock);
        Directory.CreateDirectory(Path.Combine(setup.Folder, "state"));
        await File.WriteAllTextAsync(Path.Combine(setup.Folder, "state", "EveryFiveMinutes.json"), "{ half");
        await using var host = await RunningHost.StartAsync(setup, typeof(EveryFiveMinutes));

        clock.Advance(TimeSpan.FromMinutes(4));

        (await host.Probe.HeardAsync()).ShouldStartWith("12:05:00 on time");
        host.Log.Lines.ShouldContain(line => line.StartsWith("Warning: The last run of timer EveryFiveMinutes cannot be read", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_timer_that_throws_is_logged_and_runs_again()
    {
        await using var host = await RunningHost.StartAsync(HostSetup.At(clock), typeof(Throwing));

        clock.Advance(TimeSpan.FromMinutes(1));
        (await host.Probe.HeardAsync()).ShouldBe("on time");
        await clock.WhenTimerIsSetAsync(At("12:03"));
        clock.Advance(TimeSpan.FromMinutes(1));
        (await host.Probe.HeardAsync()).ShouldBe("on time");

        host.Log.Lines.ShouldContain("Error: Function Throwing failed timer boom");
    }

    [Fact]
    public async Task Runs_of_one_timer_never_overlap()
    {
        await using var host = await RunningHost.StartAsync(HostSetup.At(clock), typeof(Lengthy));
        clock.Advance(TimeSpan.FromMinutes(1));
        (await host.Probe.HeardAsync()).ShouldBe("in");

        // Two occurrences go by and someone asks by hand, all while the first run is still at work.
        clock.Advance(TimeSpan.FromMinutes(2));
        await host.Client.PostAsync("/admin/functions/Lengthy", content: null);
        host.Probe.Rest().ShouldBeEmpty();
        host.Probe.Gate.SetResult();

        (await host.Probe.HeardAsync()).ShouldBe("out");
        (await host.Probe.HeardAsync()).ShouldBe("in");
        (await host.Probe.HeardAsync()).ShouldBe("out");
        await clock.WhenTimerIsSetAsync(At("12:05"));
        host.Probe.Rest().ShouldBeEmpty();
    }

    [Fact]
    public async Task An_impossible_schedule_stops_the_host_from_starting()
    {
        var refusal = await Should.ThrowAsync<LocalHostException>(() => RunningHost.StartAsync(typeof(Impossible)));

        refusal.Message.ShouldBe("Function Impossible: the schedule \"0 0 0 31 2 *\" cannot be used: \"0 0 0 31 2 *\" never occurs");
    }

    [Fact]
    public async Task A_missing_setting_of_a_schedule_is_named()
    {
        var refusal = await Should.ThrowAsync<LocalHostException>(() => RunningHost.StartAsync(typeof(FromSetting)));

        refusal.Message.ShouldContain("Function FromSetting");
        refusal.Message.ShouldContain("the setting Timers:Drift is missing");
    }

    [Theory]
    [InlineData("often")]
    [InlineData("-00:05:00")]
    [InlineData("00:00:00")]
    public async Task A_setting_that_is_no_schedule_is_refused(string schedule)
    {
        var setup = HostSetup.At(clock, args: [$"--Timers:Drift={schedule}"]);

        var refusal = await Should.ThrowAsync<LocalHostException>(() => RunningHost.StartAsync(setup, typeof(FromSetting)));

        refusal.Message.ShouldContain("neither an NCRONTAB expression nor a time span");
    }
}
