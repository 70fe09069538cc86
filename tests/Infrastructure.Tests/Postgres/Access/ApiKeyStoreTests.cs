using SloFunctions.Application.Access;
using SloFunctions.Infrastructure.Identifiers;
using SloFunctions.Infrastructure.Postgres;
using SloFunctions.Infrastructure.Postgres.Access;

namespace SloFunctions.Infrastructure.Tests.Postgres.Access;

[Collection(PostgresTests.Name)]
public sealed class ApiKeyStoreTests(MigratedDatabase database) : IClassFixture<MigratedDatabase>
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 10, 12, 0, 0, TimeSpan.Zero);
    private static readonly ApiKeyGrant Backstage = new("backstage", Role.Viewer, "platform", new Dictionary<string, int> { ["*"] = 600 });

    private readonly PostgresApiKeyStore store = new(new PostgresDatabase(database.Application));
    private readonly RandomIdSource ids = new(TimeProvider.System);

    [Fact]
    public async Task A_key_is_found_by_its_prefix_and_proved_by_its_digest_alone()
    {
        var key = New(Backstage);
        var created = await store.CreateAsync(key, CancellationToken.None);

        var found = (await store.VerifyAsync(key.Prefix, key.Digest, Noon.AddHours(1), CancellationToken.None)).ShouldNotBeNull();

        (found.KeyId, found.Name, found.Role, found.Team, found.CreatedBy, found.CreatedAt).ShouldBe((key.Id, "backstage", "viewer", "platform", "ann", Noon));
        found.RateLimits.ShouldBe(Backstage.RateLimits);
        (created.LastUsedAt, created.RevokedAt, created.ExpiresAt).ShouldBe((null, null, null));
        (await store.VerifyAsync(key.Prefix, ApiKeyText.Digest("another"), Noon, CancellationToken.None)).ShouldBeNull();
        (await store.VerifyAsync("zzzzzzzzzzzz", key.Digest, Noon, CancellationToken.None)).ShouldBeNull();
        (await ListedAsync(key.Id)).LastUsedAt.ShouldBe(Noon.AddHours(1));
    }

    [Fact]
    public async Task Only_a_bcrypt_hash_of_cost_12_is_stored_and_each_is_salted()
    {
        var one = New(Backstage);
        var same = one with { Id = ids.Next(), Prefix = New(Backstage).Prefix };
        await store.CreateAsync(one, CancellationToken.None);
        await store.CreateAsync(same, CancellationToken.None);

        string rows = await ScalarAsync($"SELECT string_agg(k::text, ' ') FROM slo.api_keys k WHERE id IN ('{one.Id}', '{same.Id}')");
        string hashes = await ScalarAsync($"SELECT string_agg(DISTINCT left(hash, 7), ' ') || count(DISTINCT hash) FROM slo.api_keys WHERE id IN ('{one.Id}', '{same.Id}')");

        hashes.ShouldBe("$2a$12$2");
        rows.ShouldNotContain(one.Digest);
    }

    [Fact]
    public async Task A_replaced_key_ends_when_it_is_said_to_and_its_successor_begins_at_once()
    {
        var old = New(Backstage);
        await store.CreateAsync(old, CancellationToken.None);

        var replaced = await store.ReplaceAsync(old.Id, _ => New(Backstage), Noon.AddHours(1), CancellationToken.None);
        var again = await store.ReplaceAsync(replaced!.Value.New.KeyId, _ => New(Backstage), Noon, CancellationToken.None);

        (replaced.Value.Old.ExpiresAt, replaced.Value.Old.RevokedAt).ShouldBe((Noon.AddHours(1), null));
        again!.Value.Old.RevokedAt.ShouldBe(Noon);
        (await store.ReplaceAsync(again.Value.Old.KeyId, _ => New(Backstage), Noon, CancellationToken.None)).ShouldBeNull("A revoked key is not replaced.");
        (await store.ReplaceAsync(Guid.NewGuid(), _ => New(Backstage), Noon, CancellationToken.None)).ShouldBeNull();
    }

    [Fact]
    public async Task Whatever_is_done_to_a_key_is_in_the_audit_log_without_anything_secret()
    {
        var key = New(Backstage);
        await store.CreateAsync(key, CancellationToken.None);
        await store.RevokeAsync(key.Id, "bob", Noon.AddHours(1), CancellationToken.None);
        (await store.RevokeAsync(key.Id, "cem", Noon.AddHours(2), CancellationToken.None))!.RevokedAt.ShouldBe(Noon.AddHours(1));
        (await store.RevokeAsync(Guid.NewGuid(), "cem", Noon, CancellationToken.None)).ShouldBeNull();

        string entries = await ScalarAsync(
            $"""SELECT string_agg(concat_ws(' ', actor, action, current ->> 'revoked_at' IS NOT NULL), ', ' ORDER BY "timestamp") FROM slo.admin_audit_log WHERE subject_id = '{key.Id}'""");

        entries.ShouldBe("ann api_key_created f, bob api_key_revoked t");
        (await ScalarAsync("SELECT coalesce(string_agg(a::text, ''), '') FROM slo.admin_audit_log a")).ShouldNotContain("$2a$");
    }

    private NewApiKey New(ApiKeyGrant grant)
    {
        byte[] random = new byte[ApiKeyText.RandomBytes];
        new RandomSecretSource().Fill(random);
        string text = ApiKeyText.Of(random);
        ApiKeyText.TryGetPrefix(text, out string prefix);
        return new NewApiKey(ids.Next(), prefix, ApiKeyText.Digest(text), grant, "ann", Noon, null);
    }

    private async Task<string> ScalarAsync(string sql)
    {
        await using var owner = await Sql.OpenAsync(database.SuperuserConnectionString);
        return await owner.ScalarAsync<string>(sql);
    }

    private async Task<ApiKeySummary> ListedAsync(Guid id)
    {
        for (Guid? after = null; ;)
        {
            var page = await store.ListAsync(after, 2, CancellationToken.None);
            if (page.FirstOrDefault(k => k.KeyId == id) is { } found) return found;
            after = page[^1].KeyId;
        }
    }
}
