using Npgsql;
using SloFunctions.Testing.Servers;

namespace Infrastructure.Tests.Servers;

public sealed class PostgresServerTests
{
    [Fact]
    public async Task Every_database_is_a_new_one_and_answers()
    {
        await using var server = await PostgresServer.StartAsync();

        var first = await server.CreateDatabaseAsync();
        var second = await server.CreateDatabaseAsync();

        first.ShouldNotBe(second);
        (await ScalarAsync(first, "SELECT 1")).ShouldBe(1);
        (await ScalarAsync(second, "SHOW server_encoding")).ShouldBe("UTF8");
    }

    [Fact]
    public async Task A_stopped_server_refuses_and_a_restarted_one_has_its_data()
    {
        await using var server = await PostgresServer.StartAsync();
        var database = await server.CreateDatabaseAsync();
        await ScalarAsync(database, "CREATE TABLE kept AS SELECT 42 AS answer");

        await server.StopAsync();
        await Should.ThrowAsync<NpgsqlException>(() => ScalarAsync(database, "SELECT 1"));

        await server.RestartAsync();
        (await ScalarAsync(database, "SELECT answer FROM kept")).ShouldBe(42);
    }

    [Fact]
    public async Task A_disposed_server_leaves_neither_a_process_nor_data()
    {
        var server = await PostgresServer.StartAsync();
        var id = server.ProcessId.ShouldNotBeNull();
        var data = (string)(await ScalarAsync(server.ConnectionString, "SHOW data_directory")).ShouldNotBeNull();
        RunningProcess.Exists(id).ShouldBeTrue();

        await server.DisposeAsync();

        RunningProcess.Exists(id).ShouldBeFalse();
        Directory.Exists(data).ShouldBeFalse();
    }

    private static async Task<object?> ScalarAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }
}
