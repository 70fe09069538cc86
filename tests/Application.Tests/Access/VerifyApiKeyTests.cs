using SloFunctions.Application.Access;
using SloFunctions.Application.Failures;
using SloFunctions.Domain.Results;
using SloFunctions.Testing;
using SloFunctions.Testing.Ports;

namespace SloFunctions.Application.Tests.Access;

public sealed class VerifyApiKeyTests : IDisposable
{
    private const string Address = "192.0.2.1";

    private readonly InMemoryApiKeys store = new();
    private readonly FakeClock clock = new(new DateTimeOffset(2026, 3, 10, 12, 0, 0, TimeSpan.Zero));
    private readonly VerifyApiKey verification;
    private readonly ManageApiKeys keys;

    public VerifyApiKeyTests()
    {
        verification = new VerifyApiKey(store, new AccessPolicy(), clock);
        keys = new ManageApiKeys(store, verification, new CountedIds(), new CountedSecrets(), clock);
    }

    [Fact]
    public async Task The_holder_of_a_key_is_who_it_was_issued_to()
    {
        var issued = await IssueAsync(new ApiKeyBody("backstage", "service_owner", "payments", null, new Dictionary<string, int> { ["*"] = 600 }));

        var caller = (await AskAsync(issued.ApiKey)).Value.ShouldNotBeNull();

        (caller.Credential, caller.Actor, caller.Role, caller.ClientId).ShouldBe((CredentialKind.ApiKey, "api-key:backstage", Role.ServiceOwner, $"key:{issued.Key.KeyId:D}"));
        caller.Teams.ShouldBe(["payments"]);
        caller.RateLimits["*"].ShouldBe(600);
    }

    [Fact]
    public async Task A_key_is_checked_once_a_minute_however_often_it_comes()
    {
        string key = (await IssueAsync(Reader)).ApiKey;
        for (int i = 0; i < 100; i++) (await AskAsync(key)).Error.ShouldBeNull();
        store.Checks.ShouldBe(1);

        clock.Advance(TimeSpan.FromMinutes(1));
        (await AskAsync(key)).Error.ShouldBeNull();
        store.Checks.ShouldBe(2);
    }

    [Fact]
    public async Task Requests_that_come_together_share_one_check()
    {
        string key = (await IssueAsync(Reader)).ApiKey;
        var gate = new TaskCompletionSource();
        store.OnCheck = () => gate.Task;

        Task<Result<Caller>>[] asked = [.. Enumerable.Range(0, 200).Select(_ => AskAsync(key))];
        gate.SetResult();

        (await Task.WhenAll(asked)).ShouldAllBe(r => r.Error == null);
        store.Checks.ShouldBe(1);
    }

    [Fact]
    public async Task A_request_that_gives_up_does_not_end_the_check_of_the_others()
    {
        string key = (await IssueAsync(Reader)).ApiKey;
        var gate = new TaskCompletionSource();
        store.OnCheck = () => gate.Task;
        using var impatient = new CancellationTokenSource();
        var first = verification.HandleAsync(key, Address, impatient.Token).AsTask();
        var second = AskAsync(key);

        await impatient.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(first);
        gate.SetResult();

        (await second).Error.ShouldBeNull();
        store.Checks.ShouldBe(1);
    }

    [Fact]
    public async Task A_wrong_secret_and_an_unknown_prefix_look_the_same()
    {
        string key = (await IssueAsync(Reader)).ApiKey;

        var wrong = (await AskAsync(key[..^1] + (key[^1] == 'A' ? 'E' : 'A'))).Error.ShouldNotBeNull();
        var unknown = (await AskAsync("slo_zzzzzzzzzzzz" + key[16..])).Error.ShouldNotBeNull();
        var nonsense = (await AskAsync(new string('x', 1_000_000))).Error.ShouldNotBeNull();

        (wrong.Kind, wrong.Detail).ShouldBe((ErrorKind.Unauthenticated, "The API key is not valid."));
        (unknown.Detail, nonsense.Detail).ShouldBe((wrong.Detail, wrong.Detail));
        wrong.Detail.ShouldNotContain(key[..20]);
    }

    [Fact]
    public async Task An_address_that_guesses_is_refused_before_anything_is_computed_and_others_are_not()
    {
        string key = (await IssueAsync(Reader)).ApiKey;
        for (int i = 0; i < 20; i++) (await AskAsync(Wrong(i))).Error!.Kind.ShouldBe(ErrorKind.Unauthenticated);
        int before = store.Checks;

        var refusal = (await AskAsync(Wrong(21))).Error.ShouldNotBeNull();

        (refusal.Kind, refusal.RetryAfter).ShouldBe((ErrorKind.Throttled, TimeSpan.FromMinutes(1)));
        store.Checks.ShouldBe(before);
        (await verification.HandleAsync(key, "192.0.2.2", CancellationToken.None)).Error.ShouldBeNull();
        (await AskAsync(key)).Error.ShouldBeNull("What is remembered as right needs no computing.");
        clock.Advance(TimeSpan.FromMinutes(1));
        (await AskAsync(Wrong(22))).Error!.Kind.ShouldBe(ErrorKind.Unauthenticated);
    }

    [Fact]
    public async Task A_revoked_or_expired_key_is_refused_with_its_reason()
    {
        var revoked = await IssueAsync(Reader);
        var expiring = await IssueAsync(Reader with { ExpiresInDays = 1 });
        (await AskAsync(revoked.ApiKey)).Error.ShouldBeNull();
        (await AskAsync(expiring.ApiKey)).Error.ShouldBeNull();

        await keys.RevokeAsync(revoked.Key.KeyId.ToString("D"), "ann", CancellationToken.None);
        (await AskAsync(revoked.ApiKey)).Error!.Detail.ShouldBe("The API key has been revoked.");

        clock.Advance(TimeSpan.FromDays(1) - TimeSpan.FromSeconds(30));
        (await AskAsync(expiring.ApiKey)).Error.ShouldBeNull();
        clock.Advance(TimeSpan.FromSeconds(30));
        (await AskAsync(expiring.ApiKey)).Error!.Detail.ShouldBe("The API key has expired.");
    }

    [Fact]
    public async Task A_database_that_does_not_answer_is_no_refusal_and_is_asked_again()
    {
        string key = (await IssueAsync(Reader)).ApiKey;
        store.OnCheck = () => throw new DependencyUnavailableException("postgresql", TimeSpan.FromSeconds(5), null);
        await Should.ThrowAsync<DependencyUnavailableException>(AskAsync(key));

        store.OnCheck = () => Task.CompletedTask;
        (await AskAsync(key)).Error.ShouldBeNull();
    }

    [Fact]
    public async Task A_key_that_was_right_stays_so_for_ten_minutes_without_the_database_unless_it_expires()
    {
        string key = (await IssueAsync(Reader)).ApiKey;
        string expiring = (await IssueAsync(Reader with { ExpiresInDays = 1 })).ApiKey;
        clock.Advance(TimeSpan.FromDays(1) - TimeSpan.FromMinutes(5));
        await AskAsync(key);
        await AskAsync(expiring);
        store.OnCheck = () => throw new DependencyUnavailableException("postgresql", TimeSpan.FromSeconds(5), null);

        clock.Advance(TimeSpan.FromMinutes(4));
        (await AskAsync(key)).Error.ShouldBeNull();
        (await AskAsync(expiring)).Error.ShouldBeNull();
        clock.Advance(TimeSpan.FromMinutes(1));
        await Should.ThrowAsync<DependencyUnavailableException>(AskAsync(expiring));
        clock.Advance(TimeSpan.FromMinutes(6));
        await Should.ThrowAsync<DependencyUnavailableException>(AskAsync(key));
    }

    public void Dispose() => verification.Dispose();

    private static ApiKeyBody Reader => new("reader", "viewer", null, null, null);

    private static string Wrong(int i) => ApiKeyText.Of([.. Enumerable.Repeat((byte)(100 + i), ApiKeyText.RandomBytes)]);

    private Task<Result<Caller>> AskAsync(string key) => verification.HandleAsync(key, Address, CancellationToken.None).AsTask();

    private async Task<IssuedApiKey> IssueAsync(ApiKeyBody body) => (await keys.CreateAsync(body, "ann", CancellationToken.None)).Value!;
}
