using System.ComponentModel.DataAnnotations;
using Npgsql;
using SloFunctions.Infrastructure.Postgres;

namespace SloFunctions.Infrastructure.Tests.Postgres;

[Collection(PostgresTests.Name)]
public sealed class PostgresDataSourceTests(MigratedDatabase database) : IClassFixture<MigratedDatabase>
{
    [Fact]
    public async Task A_connection_sees_the_schema_in_utc_under_the_product_name()
    {
        await using var connection = await database.Application.OpenConnectionAsync();

        (await connection.ScalarAsync<string>("SHOW search_path")).ShouldBe("slo");
        (await connection.ScalarAsync<string>("SHOW timezone")).ShouldBe("UTC");
        (await connection.ScalarAsync<string>("SHOW application_name")).ShouldBe("slo-functions");
        (await connection.ScalarAsync<long>("SELECT count(*) FROM services")).ShouldBe(0);
    }

    [Fact]
    public async Task A_connection_returned_with_other_settings_comes_back_with_ours()
    {
        await using var source = PostgresDataSource.Create(
            new PostgresOptions { ConnectionString = database.ApplicationConnectionString, MaxPoolSize = 2 });
        await using var held = await source.OpenConnectionAsync();
        await using (var connection = await source.OpenConnectionAsync())
            await connection.ExecuteAsync("SET search_path = public; SET timezone = 'Pacific/Auckland'");

        await using var again = await source.OpenConnectionAsync();

        (await again.ScalarAsync<string>("SHOW search_path")).ShouldBe("slo");
        (await again.ScalarAsync<string>("SHOW timezone")).ShouldBe("UTC");
    }

    [Fact]
    public async Task The_options_decide_over_the_connection_string()
    {
        await using var source = PostgresDataSource.Create(new PostgresOptions
        {
            ConnectionString = "Host=nowhere;Maximum Pool Size=500;Command Timeout=0;Timeout=0;Search Path=public;Pooling=false",
            MaxPoolSize = 7,
            CommandTimeout = TimeSpan.FromSeconds(3),
            ConnectTimeout = TimeSpan.FromSeconds(2),
        });

        var settings = new NpgsqlConnectionStringBuilder(source.ConnectionString);
        settings.MaxPoolSize.ShouldBe(7);
        settings.CommandTimeout.ShouldBe(3);
        settings.Timeout.ShouldBe(2);
        settings.SearchPath.ShouldBe("slo");
        settings.Pooling.ShouldBeTrue();
    }

    public static TheoryData<PostgresOptions, string> Impossible => new()
    {
        { new() { ConnectionString = "" }, nameof(PostgresOptions.ConnectionString) },
        { new() { ConnectionString = "Host=x", MaxPoolSize = 1 }, nameof(PostgresOptions.MaxPoolSize) },
        { new() { ConnectionString = "Host=x", MaxPoolSize = 51 }, nameof(PostgresOptions.MaxPoolSize) },
        { new() { ConnectionString = "Host=x", CommandTimeout = TimeSpan.Zero }, nameof(PostgresOptions.CommandTimeout) },
        { new() { ConnectionString = "Host=x", ConnectTimeout = TimeSpan.FromMinutes(2) }, nameof(PostgresOptions.ConnectTimeout) },
    };

    [Theory]
    [MemberData(nameof(Impossible))]
    public void An_impossible_setting_is_named(PostgresOptions options, string setting) =>
        Should.Throw<ValidationException>(() => PostgresDataSource.Create(options)).Message.ShouldContain(setting);

    [Fact]
    public void A_connection_string_that_cannot_be_parsed_is_refused() =>
        Should.Throw<ArgumentException>(() => PostgresDataSource.Create(new() { ConnectionString = "not a connection string" }));
}
