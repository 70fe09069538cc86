using Azure.Core;
using Azure.Identity;
using Npgsql;
using SloFunctions.Infrastructure.Postgres;
using SloFunctions.Infrastructure.Settings;

namespace SloFunctions.Infrastructure.Tests.Postgres;

[Collection(PostgresTests.Name)]
public sealed class EntraPasswordsTests(StoppableServer server) : IClassFixture<StoppableServer>, IAsyncLifetime
{
    private const string Login = "id-app";

    public async Task InitializeAsync()
    {
        await using var connection = await server.Source.OpenConnectionAsync();
        await connection.ExecuteAsync($"DO $$ BEGIN CREATE ROLE \"{Login}\" LOGIN PASSWORD 'first token'; EXCEPTION WHEN duplicate_object THEN NULL; END $$");
        string rules = await connection.ScalarAsync<string>("SHOW hba_file");
        // The server asks this login alone for a password.
        await File.WriteAllTextAsync(rules, $"host all \"{Login}\" 127.0.0.1/32 scram-sha-256\nhost all all 127.0.0.1/32 trust\n");
        await connection.ExecuteAsync("SELECT pg_reload_conf()");
        for (int attempt = 0; await OpensAsync(new Tokens("wrong")) && attempt < 100; attempt++) await Task.Delay(100);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Each_new_connection_shows_the_token_of_its_time()
    {
        var tokens = new Tokens("first token");
        await using var source = Source(tokens);
        await using (var connection = await source.OpenConnectionAsync())
            (await connection.ScalarAsync<string>("SELECT current_user::text")).ShouldBe(Login);

        await using (var owner = await server.Source.OpenConnectionAsync())
            await owner.ExecuteAsync($"ALTER ROLE \"{Login}\" PASSWORD 'second token'");
        tokens.Current = "second token";
        source.Clear();
        await using (var connection = await source.OpenConnectionAsync())
            (await connection.ScalarAsync<string>("SELECT current_user::text")).ShouldBe(Login);
        tokens.Asked.ShouldBe(["https://ossrdbms-aad.database.windows.net/.default", "https://ossrdbms-aad.database.windows.net/.default"]);

        await using (var owner = await server.Source.OpenConnectionAsync())
            await owner.ExecuteAsync($"ALTER ROLE \"{Login}\" PASSWORD 'first token'");
    }

    [Fact]
    public async Task Without_a_token_the_database_is_unavailable()
    {
        await using var source = Source(new Tokens(null));

        var failure = await Should.ThrowAsync<Exception>(async () => await source.OpenConnectionAsync());

        PostgresFailures.IsUnavailable(failure).ShouldBeTrue(failure.ToString());
    }

    [Fact]
    public void A_password_beside_tokens_is_refused()
    {
        var options = new PostgresOptions { ConnectionString = "Host=x;Username=y;Password=z", Authentication = PostgresAuthentication.Entra };

        Should.Throw<InvalidSettingException>(() => PostgresDataSource.Create(options, null, () => new Tokens("t"))).Message.ShouldContain("Database:ConnectionString");
    }

    private NpgsqlDataSource Source(Tokens tokens) => PostgresDataSource.Create(
        new PostgresOptions
        {
            ConnectionString = new NpgsqlConnectionStringBuilder(server.Server.ConnectionString) { Username = Login }.ConnectionString,
            Authentication = PostgresAuthentication.Entra,
        },
        null,
        () => tokens);

    private async Task<bool> OpensAsync(Tokens tokens)
    {
        await using var source = Source(tokens);
        try
        {
            await using var connection = await source.OpenConnectionAsync();
            return true;
        }
        catch (PostgresException)
        {
            return false;
        }
    }

    private sealed class Tokens(string? current) : TokenCredential
    {
        public string? Current { get; set; } = current;

        public List<string> Asked { get; } = [];

        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            Asked.AddRange(requestContext.Scopes);
            return new(Current ?? throw new CredentialUnavailableException("No identity here."), DateTimeOffset.MaxValue);
        }

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            ValueTask.FromResult(GetToken(requestContext, cancellationToken));
    }
}
