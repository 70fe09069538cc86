using SloFunctions.Application.Access;
using SloFunctions.Domain.Results;
using SloFunctions.Testing;
using SloFunctions.Testing.Ports;

namespace SloFunctions.Application.Tests.Access;

public sealed class ManageApiKeysTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 3, 10, 12, 0, 0, TimeSpan.Zero);

    private readonly InMemoryApiKeys store = new();
    private readonly VerifyApiKey verification;
    private readonly ManageApiKeys keys;

    public ManageApiKeysTests()
    {
        var clock = new FakeClock(Now);
        verification = new VerifyApiKey(store, new AccessPolicy(), clock);
        keys = new ManageApiKeys(store, verification, new CountedIds(), new CountedSecrets(), clock);
    }

    [Fact]
    public async Task A_replaced_key_hands_its_rights_on_and_stays_valid_as_long_as_asked_for()
    {
        var first = (await CreateAsync(new ApiKeyBody("ci", "service_owner", "payments", 30, null))).Value!;

        var second = (await keys.RotateAsync(Id(first), new RotationBody(60), "bob", CancellationToken.None)).Value!;

        (second.Key.Name, second.Key.Role, second.Key.Team, second.Key.CreatedBy, second.Key.ExpiresAt).ShouldBe(("ci", "service_owner", "payments", "bob", Now.AddDays(30)));
        (second.Replaces!.KeyId, second.Replaces.ExpiresAt, second.Replaces.RevokedAt).ShouldBe((first.Key.KeyId, Now.AddHours(1), null));
        second.ApiKey.ShouldNotBe(first.ApiKey);
        (await keys.RotateAsync(Id(second), null, "bob", CancellationToken.None)).Value!.Replaces!.RevokedAt.ShouldBe(Now);
    }

    [Fact]
    public async Task Pages_follow_each_other_to_the_end_and_hold_no_secret()
    {
        for (int i = 0; i < 3; i++) await CreateAsync(new ApiKeyBody($"key {i}", "viewer", null, null, null));

        var first = await keys.ListAsync(ApiKeyQuery.Parse(null, "2").Value!, CancellationToken.None);
        var second = await keys.ListAsync(ApiKeyQuery.Parse(first.NextCursor, "2").Value!, CancellationToken.None);

        first.ApiKeys.Concat(second.ApiKeys).Select(k => k.Name).ShouldBe(["key 0", "key 1", "key 2"]);
        second.NextCursor.ShouldBeNull();
    }

    [Theory]
    [InlineData(null, "viewer", null, null, "name")]
    [InlineData("", "viewer", null, null, "name")]
    [InlineData("a\nb", "viewer", null, null, "name")]
    [InlineData("x", null, null, null, "role")]
    [InlineData("x", "root", null, null, "role")]
    [InlineData("x", "service_owner", null, null, "team")]
    [InlineData("x", "viewer", "", null, "team")]
    [InlineData("x", "viewer", null, 0, "expires_in_days")]
    [InlineData("x", "viewer", null, 3651, "expires_in_days")]
    public async Task A_wrong_field_is_named(string? name, string? role, string? team, int? days, string field) =>
        (await CreateAsync(new ApiKeyBody(name, role, team, days, null))).Error.Fields().ShouldBe(field);

    [Theory]
    [InlineData("*", 0, "rate_limits.*")]
    [InlineData("GetSloRecommendations", 10_000_001, "rate_limits.GetSloRecommendations")]
    [InlineData("NoSuchThing", 1, "rate_limits")]
    [InlineData("Liveness", 1, "rate_limits")]
    public async Task A_wrong_limit_is_named(string operation, int perMinute, string field) =>
        (await CreateAsync(new ApiKeyBody("x", "viewer", null, null, new Dictionary<string, int> { [operation] = perMinute }))).Error.Fields().ShouldBe(field);

    [Fact]
    public async Task What_is_not_there_cannot_be_replaced_or_revoked()
    {
        string nobody = Guid.Empty.ToString("D");
        (await keys.RevokeAsync(nobody, "ann", CancellationToken.None)).Error!.Kind.ShouldBe(ErrorKind.NotFound);
        (await keys.RotateAsync(nobody, null, "ann", CancellationToken.None)).Error!.Kind.ShouldBe(ErrorKind.NotFound);
        (await keys.RevokeAsync("1", "ann", CancellationToken.None)).Error.Fields().ShouldBe("key_id");
        (await keys.RotateAsync(nobody, new RotationBody(10_081), "ann", CancellationToken.None)).Error.Fields().ShouldBe("grace_minutes");
        (await keys.CreateAsync(null, "ann", CancellationToken.None)).Error.Fields().ShouldBe("body");
    }

    public void Dispose() => verification.Dispose();

    private static string Id(IssuedApiKey issued) => issued.Key.KeyId.ToString("D");

    private Task<Result<IssuedApiKey>> CreateAsync(ApiKeyBody body) => keys.CreateAsync(body, "ann", CancellationToken.None);
}
