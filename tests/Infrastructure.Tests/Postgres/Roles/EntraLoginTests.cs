using Npgsql;
using SloFunctions.Infrastructure.Postgres.Roles;

namespace SloFunctions.Infrastructure.Tests.Postgres.Roles;

[Collection(PostgresTests.Name)]
public sealed class EntraLoginTests(MigratedDatabase database) : IClassFixture<MigratedDatabase>, IAsyncLifetime
{
    private static readonly Guid Id = Guid.Parse("11111111-2222-3333-4444-555555555555");

    private string Maintenance => new NpgsqlConnectionStringBuilder(database.SuperuserConnectionString) { Database = "postgres" }.ConnectionString;

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await RunAsync(
        "DROP FUNCTION IF EXISTS pgaadauth_create_principal_with_oid(text, text, text, boolean, boolean); DROP ROLE IF EXISTS \"id-it's an app\"; DROP ROLE IF EXISTS \"id-there\"");

    [Fact]
    public async Task An_identity_becomes_a_login_of_the_application_by_its_object_id_and_may_be_asked_for_again()
    {
        // What Azure's function does, as far as it can be done without Azure; there it is in the database postgres alone.
        await RunAsync("""
            CREATE FUNCTION pgaadauth_create_principal_with_oid(name text, oid text, kind text, is_admin boolean, is_mfa boolean) RETURNS text LANGUAGE plpgsql AS $$
            BEGIN
              EXECUTE format('CREATE ROLE %I LOGIN', name);
              EXECUTE format('COMMENT ON ROLE %I IS %L', name, concat_ws(' ', oid, kind, is_admin, is_mfa));
              RETURN 'Created role for ' || name;
            END $$
            """);

        await EntraLogin.EnsureAsync(database.SuperuserConnectionString, "id-it's an app", Id);
        await EntraLogin.EnsureAsync(database.SuperuserConnectionString, "id-it's an app", Id);

        await using var connection = await database.OpenAsync("superuser");
        (await connection.ScalarAsync<string>("SELECT shobj_description(oid, 'pg_authid') FROM pg_roles WHERE rolname = 'id-it''s an app'")).ShouldBe($"{Id} service f f");
        (await connection.ScalarAsync<bool>("SELECT pg_has_role('id-it''s an app', 'slo_app', 'USAGE') AND NOT pg_has_role('id-it''s an app', 'slo_owner', 'MEMBER')")).ShouldBeTrue();
    }

    [Fact]
    public async Task A_role_that_is_there_already_gets_the_rights_alone()
    {
        await RunAsync("CREATE ROLE \"id-there\" LOGIN");

        await EntraLogin.EnsureAsync(database.SuperuserConnectionString, "id-there", Id);

        await using var connection = await database.OpenAsync("superuser");
        (await connection.ScalarAsync<bool>("SELECT pg_has_role('id-there', 'slo_app', 'USAGE')")).ShouldBeTrue();
    }

    [Fact]
    public async Task A_server_that_is_not_Azures_says_so()
    {
        var refusal = await Should.ThrowAsync<PostgresException>(() => EntraLogin.EnsureAsync(database.SuperuserConnectionString, "id-nobody", Id));

        refusal.SqlState.ShouldBe(PostgresErrorCodes.UndefinedFunction);
    }

    private async Task RunAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(Maintenance + ";Pooling=false");
        await connection.OpenAsync();
        await connection.ExecuteAsync(sql);
    }
}
