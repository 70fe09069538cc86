using SloFunctions.Application.Access;
using SloFunctions.Application.Notifications;
using SloFunctions.Application.Validation;
using SloFunctions.Domain.Lifecycle;
using SloFunctions.Domain.Results;
using SloFunctions.Testing;

namespace SloFunctions.Application.Tests.Notifications;

public sealed class ManageNotificationTargetsTests
{
    private const string Url = "https://hooks.example.com/x";
    private const string Secret = "sixteen-letters-";

    private readonly RecordingStore store = new();

    public static TheoryData<string, NotificationTargetsBody?> Wrong => new()
    {
        { "body", null },
        { "targets", new NotificationTargetsBody(null) },
        { "targets", new NotificationTargetsBody([.. Enumerable.Range(0, 11).Select(i => Target() with { Name = $"n{i}" })]) },
        { "targets[0]", new NotificationTargetsBody([null]) },
        { "targets[0].name", Body(Target() with { Name = null }) },
        { "targets[0].name", Body(Target() with { Name = "" }) },
        { "targets[0].name", Body(Target() with { Name = "a\nb" }) },
        { "targets[0].name", Body(Target() with { Name = new string('x', 101) }) },
        { "targets[1].name", Body(Target(), Target()) },
        { "targets[0].url", Body(Target() with { Url = null }) },
        { "targets[0].url", Body(Target() with { Url = "http://hooks.example.com/x" }) },
        { "targets[0].url", Body(Target() with { Url = "https://169.254.169.254/x" }) },
        { "targets[0].format", Body(Target() with { Format = null }) },
        { "targets[0].format", Body(Target() with { Format = "Slack" }) },
        { "targets[0].events", Body(Target() with { Events = [] }) },
        { "targets[0].events", Body(Target() with { Events = ["accept", "accept"] }) },
        { "targets[0].events[1]", Body(Target() with { Events = ["accept", "delete"] }) },
        { "targets[0].events[0]", Body(Target() with { Events = [null] }) },
        { "targets[0].secret", Body(Target() with { Secret = "" }) },
        { "targets[0].secret", Body(Target() with { Secret = "too short" }) },
        { "targets[0].secret", Body(Target() with { Secret = new string('x', 256) }) },
        { "targets[0].secret", Body(Target() with { Secret = "sixteen letters and a space" }) },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task What_is_wrong_is_named_and_nothing_is_stored(string field, NotificationTargetsBody? body)
    {
        var error = (await PutAsync(body)).Error!;

        error.Kind.ShouldBe(ErrorKind.Invalid);
        error.Fields.ShouldHaveSingleItem().Field.ShouldBe(field);
        store.Stored.ShouldBeNull();
    }

    [Fact]
    public async Task A_server_without_a_key_takes_no_secrets_and_says_so()
    {
        var error = (await PutAsync(Body(Target() with { Secret = Secret }), key: "")).Error!;

        error.Fields.ShouldHaveSingleItem().Field.ShouldBe("targets[0].secret");
        error.Detail.ShouldContain("Notifications:SecretKey");
        error.Detail.ShouldNotContain(Secret);
        (await PutAsync(Body(Target()), key: "")).Error.ShouldBeNull();
    }

    [Fact]
    public async Task A_target_is_told_of_everything_but_expiry_unless_it_says_otherwise()
    {
        await PutAsync(Body(Target() with { Secret = Secret }));

        store.Stored!.ShouldHaveSingleItem().Events.ShouldBe(Enum.GetValues<AuditAction>().Where(a => a != AuditAction.Expire));
        store.Stored![0].ToString().ShouldNotContain(Secret);
    }

    [Theory]
    [InlineData(Role.ServiceOwner, "payments", true)]
    [InlineData(Role.ServiceOwner, "Payments", false)]
    [InlineData(Role.ServiceOwner, "search", false)]
    [InlineData(Role.SreAdmin, "search", true)]
    [InlineData(Role.Viewer, "payments", false)]
    public async Task A_team_is_for_its_owners_and_for_administrators(Role role, string team, bool isAllowed)
    {
        var caller = Callers.User("ann", role, "payments");
        var useCase = UseCase("");

        var read = await useCase.ReadAsync(team, caller, CancellationToken.None);
        var put = await useCase.ReplaceAsync(team, new NotificationTargetsBody([]), Precondition.None, caller, CancellationToken.None);

        (read.Error?.Code, put.Error?.Code).ShouldBe(isAllowed ? (null, null) : ("not-your-team", "not-your-team"));
        (store.Stored is not null).ShouldBe(isAllowed);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a\u0000b")]
    [InlineData("a\nb")]
    public async Task A_team_that_cannot_be_one_is_named(string team)
    {
        (await UseCase("").ReadAsync(team, Callers.Administrator, CancellationToken.None)).Error!.Fields.ShouldHaveSingleItem().Field.ShouldBe("team");
    }

    private static NotificationTargetsBody Body(params NotificationTargetBody[] targets) => new(targets);

    private static NotificationTargetBody Target() => new("channel", Url, "generic", null, null);

    private Task<Result<NotificationTargetList>> PutAsync(NotificationTargetsBody? body, string key = "any") =>
        UseCase(key).ReplaceAsync("payments", body, Precondition.None, Callers.Administrator, CancellationToken.None);

    private ManageNotificationTargets UseCase(string key) => new(store, new NotificationPolicy { SecretKey = key }, TimeProvider.System);

    private sealed class RecordingStore : INotificationTargetStore
    {
        public IReadOnlyList<NotificationTarget>? Stored { get; private set; }

        public Task<NotificationTargetList> ReadAsync(string team, CancellationToken cancellation) =>
            Task.FromResult(new NotificationTargetList(0, new NotificationTargetsDocument(team, [])));

        public async Task<Result<NotificationTargetList>> ReplaceAsync(
            string team, IReadOnlyList<NotificationTarget> targets, Precondition precondition, string actor, DateTimeOffset now, CancellationToken cancellation)
        {
            Stored = targets;
            return await ReadAsync(team, cancellation);
        }
    }
}
