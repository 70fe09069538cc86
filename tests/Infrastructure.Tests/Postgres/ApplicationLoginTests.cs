using Npgsql;
using SloFunctions.Infrastructure.Postgres.Roles;

namespace SloFunctions.Infrastructure.Tests.Postgres;

[Collection(PostgresTests.Name)]
public sealed class ApplicationLoginTests(MigratedDatabase database) : IClassFixture<MigratedDatabase>
{
    [Fact]
    public async Task The_login_takes_its_password_and_after_a_change_only_the_new_one()
    {
        const string Name = "slo \"quoted\" login";
        await RequirePasswordsAsync(Name);

        await ApplicationLogin.EnsureAsync(database.SuperuserConnectionString, Name, "it's = a; \"pass\\word\"");
        await LoginAsync(Name, "it's = a; \"pass\\word\"");
        await ApplicationLogin.EnsureAsync(database.SuperuserConnectionString, Name, "another");
        await LoginAsync(Name, "another");

        (await Should.ThrowAsync<PostgresException>(() => LoginAsync(Name, "it's = a; \"pass\\word\"")))
            .SqlState.ShouldBe(PostgresErrorCodes.InvalidPassword);
    }

    [Theory]
    [InlineData("postgres")]
    [InlineData("slo_owner")]
    [InlineData("slo_app")]
    public async Task The_password_of_any_other_role_stays(string name)
    {
        var refusal = await Should.ThrowAsync<PostgresException>(
            () => ApplicationLogin.EnsureAsync(database.SuperuserConnectionString, name, "mine now"));

        refusal.SqlState.ShouldBe(PostgresErrorCodes.DuplicateObject);
    }

    [Theory]
    [InlineData("", "password")]
    [InlineData("name", "")]
    [InlineData("name", "pässword")]
    [InlineData("name", "line\nbreak")]
    public async Task A_name_or_password_that_cannot_work_is_refused(string name, string password) =>
        await Should.ThrowAsync<ArgumentException>(
            () => ApplicationLogin.EnsureAsync(database.SuperuserConnectionString, name, password));

    /// <summary>Makes the server ask this one login for its password; it trusts everybody else.</summary>
    private async Task RequirePasswordsAsync(string name)
    {
        await using var connection = await database.OpenAsync("superuser");
        var file = await connection.ScalarAsync<string>("SHOW hba_file");
        // Read before the COPY, which empties the file it is about to write.
        await connection.ExecuteAsync("CREATE TEMP TABLE rule AS SELECT pg_read_file(current_setting('hba_file')) AS rest");
        await connection.ExecuteAsync($"""
            COPY (
              SELECT 'host all "{name.Replace("\"", "\"\"", StringComparison.Ordinal)}" 127.0.0.1/32 scram-sha-256' UNION ALL
              SELECT regexp_split_to_table(rest, '\n') FROM rule) TO '{file}'
            """);
        await ApplicationLogin.EnsureAsync(database.SuperuserConnectionString, name, "first");
        await connection.ExecuteAsync("SELECT pg_reload_conf()");
        // The reload happens in the background, and is done once a wrong password is refused.
        for (var attempt = 0; attempt < 1000; attempt++)
        {
            try
            {
                await LoginAsync(name, "wrong");
            }
            catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.InvalidPassword)
            {
                return;
            }
        }

        Assert.Fail("The server did not begin to ask for passwords.");
    }

    private async Task LoginAsync(string name, string password)
    {
        var settings = new NpgsqlConnectionStringBuilder(database.SuperuserConnectionString)
        {
            Username = name,
            Password = password,
            Pooling = false,
        };
        await using var connection = new NpgsqlConnection(settings.ConnectionString);
        await connection.OpenAsync();
        (await connection.ScalarAsync<long>("SELECT count(*) FROM slo.services")).ShouldBe(0);
    }
}
