using SloFunctions.Application.Access;
using SloFunctions.Application.Maintenance;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Results;
using SloFunctions.Testing;
using SloFunctions.Testing.Ports;

namespace SloFunctions.Application.Tests.Maintenance;

public sealed class ManageMaintenanceWindowsTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 10, 12, 0, 0, TimeSpan.Zero);
    private static readonly Caller Owner = Callers.User("owner@example.org", Role.ServiceOwner, "payments");

    private readonly FakeClock clock = new(Now);
    private readonly InMemoryMaintenanceWindows store = new(ServiceId.Of("checkout"), "payments");
    private readonly ManageMaintenanceWindows useCase;

    public ManageMaintenanceWindowsTests() => useCase = new ManageMaintenanceWindows(store, new MaintenancePolicy(), new CountedIds(), clock);

    [Fact]
    public async Task A_window_is_announced_in_any_offset_and_told_in_UTC()
    {
        var window = (await AnnounceAsync("2026-03-28T23:30:00+01:00", "2026-03-29T03:30:00+02:00")).ShouldSucceed();

        window.StartsAt.ShouldBe(new DateTimeOffset(2026, 3, 28, 22, 30, 0, TimeSpan.Zero));
        window.StartsAt.Offset.ShouldBe(TimeSpan.Zero);
        // Clocks go forward in between.
        (window.EndsAt - window.StartsAt).ShouldBe(TimeSpan.FromHours(3));
        (window.State, window.Retroactive, window.CreatedBy).ShouldBe(("planned", false, "owner@example.org"));
    }

    [Theory]
    [InlineData(null, "2026-03-11T01:00:00Z", "starts_at")]
    [InlineData("2026-03-11T00:00:00", "2026-03-11T01:00:00Z", "starts_at")]
    [InlineData("2026-03-11T00:00:00Z", "2026-03-11", "ends_at")]
    [InlineData("2026-03-11T00:00:00Z", "tomorrow", "ends_at")]
    [InlineData("2026-03-11T00:00:00Z", "2026-03-11T00:00:00+25:00", "ends_at")]
    [InlineData("2026-03-11T00:00:00Z", "2026-02-30T00:00:00Z", "ends_at")]
    [InlineData("2026-03-11T01:00:00Z", "2026-03-11T00:00:00Z", "ends_at")]
    [InlineData("2026-03-11T01:00:00Z", "2026-03-11T01:00:00Z", "ends_at")]
    [InlineData("2026-03-11T01:00:00Z", "2026-03-11T02:00:00+01:00", "ends_at")]
    [InlineData("2026-03-11T01:00:00Z", "2026-03-11T01:00:59Z", "ends_at")]
    [InlineData("2026-03-11T01:00:00Z", "2026-03-13T01:00:01Z", "ends_at")]
    [InlineData("2027-03-12T00:00:00Z", "2027-03-12T01:00:00Z", "starts_at")]
    [InlineData("9999-12-31T22:00:00Z", "9999-12-31T23:00:00Z", "starts_at")]
    [InlineData("0001-01-01T00:00:00Z", "0001-01-01T01:00:00Z", "starts_at")]
    [InlineData("0001-01-01T00:00:00+01:00", "0001-01-01T01:00:00Z", "starts_at")]
    public async Task Times_that_make_no_window_are_refused_by_name(string? start, string? end, string field)
    {
        var error = (await useCase.AnnounceAsync("checkout", new(start, end, "upgrade"), Callers.Administrator, CancellationToken.None)).ShouldFail();

        error.Kind.ShouldBe(ErrorKind.Invalid);
        error.Fields.ShouldContain(f => f.Field == field);
        store.Windows.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \n ")]
    [InlineData("a\0b")]
    [InlineData("\u001b[31mred")]
    public async Task A_reason_is_asked_for_and_holds_no_control_characters(string? reason) =>
        (await AnnounceAsync("2026-03-11T00:00Z", "2026-03-11T01:00Z", reason)).ShouldFail().Fields.ShouldContain(f => f.Field == "reason");

    [Fact]
    public async Task A_reason_has_a_bound() =>
        (await AnnounceAsync("2026-03-11T00:00Z", "2026-03-11T01:00Z", new string('a', 1001))).ShouldFail().Fields.ShouldContain(f => f.Field == "reason");

    [Fact]
    public async Task Who_says_it_again_gets_the_same_window_and_no_other()
    {
        var first = (await AnnounceAsync("2026-03-11T00:00:00Z", "2026-03-11T01:00:00Z")).ShouldSucceed();
        var again = (await AnnounceAsync("2026-03-11T01:00:00.5+01:00", "2026-03-11T01:00:00.9Z")).ShouldSucceed();

        again.ShouldBe(first);
        store.Windows.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Windows_do_not_overlap_and_may_touch()
    {
        var first = (await AnnounceAsync("2026-03-11T00:00:00Z", "2026-03-11T01:00:00Z")).ShouldSucceed();

        var error = (await AnnounceAsync("2026-03-11T00:59:00Z", "2026-03-11T02:00:00Z")).ShouldFail();
        error.Code.ShouldBe("maintenance-window-overlap");
        error.Detail.ShouldContain(first.WindowId.ToString("D"));
        (await AnnounceAsync("2026-03-11T00:00:00Z", "2026-03-11T01:00:00Z", "something else")).ShouldFail().Code.ShouldBe("maintenance-window-overlap");
        (await AnnounceAsync("2026-03-11T01:00:00Z", "2026-03-11T02:00:00Z")).ShouldSucceed();
    }

    [Fact]
    public async Task At_most_a_tenth_of_an_SLO_window_is_left_out()
    {
        (await AnnounceAsync("2026-03-11T00:00:00Z", "2026-03-13T00:00:00Z")).ShouldSucceed();

        // 67.2 of 672 hours, 48 of which are gone; four weeks later they are back.
        (await AnnounceAsync("2026-03-20T00:00:00Z", "2026-03-20T19:12:01Z")).ShouldFail().Code.ShouldBe("maintenance-share-exceeded");
        (await AnnounceAsync("2026-03-20T00:00:00Z", "2026-03-20T19:12:00Z")).ShouldSucceed();
        (await AnnounceAsync("2026-03-25T00:00:00Z", "2026-03-25T00:01:00Z")).ShouldFail().Code.ShouldBe("maintenance-share-exceeded");
        (await AnnounceAsync("2026-04-20T00:00:00Z", "2026-04-21T00:00:00Z")).ShouldSucceed();
    }

    [Fact]
    public async Task A_service_has_so_many_windows_and_no_more()
    {
        for (int i = 0; i < MaintenanceLimits.Windows; i++)
            (await AnnounceAsync(Text(Now.AddHours(1 + i)), Text(Now.AddHours(1 + i).AddMinutes(1)))).ShouldSucceed();

        (await AnnounceAsync(Text(Now.AddDays(30)), Text(Now.AddDays(30).AddMinutes(1)))).ShouldFail().Code.ShouldBe("too-many-maintenance-windows");
    }

    [Fact]
    public async Task Only_administrators_register_what_has_begun_and_it_says_so()
    {
        var refused = (await AnnounceAsync("2026-03-10T11:59:59Z", "2026-03-10T14:00:00Z")).ShouldFail();
        (refused.Code, refused.Fields[0].Field).ShouldBe(("role-required", "starts_at"));

        var registered = (await useCase.AnnounceAsync("checkout", new("2026-03-10T11:00:00Z", "2026-03-10T14:00:00Z", "upgrade"), Callers.Administrator, CancellationToken.None)).ShouldSucceed();
        (registered.Retroactive, registered.State).ShouldBe((true, "running"));
        (await AnnounceAsync("2026-03-10T14:00:00Z", "2026-03-10T15:00:00Z")).ShouldSucceed().Retroactive.ShouldBeFalse();
    }

    [Fact]
    public async Task Nobody_registers_what_no_error_budget_holds_any_more() =>
        (await useCase.AnnounceAsync("checkout", new("2026-02-10T11:00:00Z", "2026-02-10T12:00:00Z", "upgrade"), Callers.Administrator, CancellationToken.None))
            .ShouldFail().Fields.ShouldContain(f => f.Field == "starts_at");

    [Fact]
    public async Task Services_of_others_are_left_alone()
    {
        var stranger = Callers.User("eve@example.org", Role.ServiceOwner, "search");
        var window = (await AnnounceAsync("2026-03-11T00:00:00Z", "2026-03-11T01:00:00Z")).ShouldSucceed();

        (await useCase.AnnounceAsync("checkout", new("2026-03-12T00:00:00Z", "2026-03-12T01:00:00Z", "x"), stranger, CancellationToken.None)).ShouldFail().Code.ShouldBe("not-your-service");
        (await useCase.EndAsync("checkout", window.WindowId.ToString("D"), stranger, CancellationToken.None)).ShouldFail().Code.ShouldBe("not-your-service");
        (await useCase.ListAsync("checkout", stranger, CancellationToken.None)).ShouldFail().Code.ShouldBe("not-your-service");
        (await useCase.ListAsync("nobody", Owner, CancellationToken.None)).ShouldFail().Code.ShouldBe("service-not-found");
        store.Windows.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_planned_window_is_removed_and_a_running_one_ends_now()
    {
        var window = (await AnnounceAsync("2026-03-11T00:00:00Z", "2026-03-11T01:00:00Z")).ShouldSucceed();
        (await EndAsync(window.WindowId, Owner)).ShouldSucceed().State.ShouldBe("removed");
        store.Windows.ShouldBeEmpty();

        var another = (await AnnounceAsync("2026-03-11T00:00:00Z", "2026-03-11T01:00:00Z")).ShouldSucceed();
        clock.Advance(TimeSpan.FromHours(12) + TimeSpan.FromMilliseconds(100));
        var ended = (await EndAsync(another.WindowId, Owner)).ShouldSucceed();
        (ended.State, ended.EndsAt).ShouldBe(("ended", new DateTimeOffset(2026, 3, 11, 0, 0, 1, TimeSpan.Zero)));
        store.Windows[0].Span.Length.ShouldBe(TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task Only_administrators_take_back_what_is_over()
    {
        var window = (await AnnounceAsync("2026-03-11T00:00:00Z", "2026-03-11T01:00:00Z")).ShouldSucceed();
        clock.Advance(TimeSpan.FromHours(13));

        (await EndAsync(window.WindowId, Owner)).ShouldFail().Code.ShouldBe("role-required");
        (await EndAsync(window.WindowId, Callers.Administrator)).ShouldSucceed().State.ShouldBe("removed");
        (await EndAsync(window.WindowId, Callers.Administrator)).ShouldFail().Code.ShouldBe("maintenance-window-not-found");
        (await useCase.EndAsync("checkout", "7", Owner, CancellationToken.None)).ShouldFail().Fields[0].Field.ShouldBe("window_id");
    }

    private Task<Result<MaintenanceWindowDocument>> AnnounceAsync(string start, string end, string? reason = "upgrade") =>
        useCase.AnnounceAsync("checkout", new(start, end, reason), Owner, CancellationToken.None);

    private Task<Result<MaintenanceWindowDocument>> EndAsync(Guid window, Caller caller) =>
        useCase.EndAsync("checkout", window.ToString("D"), caller, CancellationToken.None);

    private static string Text(DateTimeOffset time) => time.ToString("yyyy-MM-ddTHH:mm:ssZ", System.Globalization.CultureInfo.InvariantCulture);
}
