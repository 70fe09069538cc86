using SloFunctions.Infrastructure.Postgres;
using SloFunctions.LocalHost.Databases;

namespace LocalHost.Tests.Databases;

public sealed class DatabaseCommandTests
{
    private const string Nobody = "Host=127.0.0.1;Port=1;Username=nobody;Password=not-to-be-shown";

    [Theory]
    [InlineData("")]
    [InlineData("rows")]
    [InlineData("counts sizes")]
    public async Task A_call_that_is_not_understood_is_answered_with_the_usage(string call) => await ShouldFailAsync(call, Nobody, DatabaseCommand.Usage);

    [Theory]
    [InlineData("counts")]
    [InlineData("sizes")]
    public async Task A_database_that_does_not_answer_is_told_without_its_password(string call) => await ShouldFailAsync(call, Nobody, "127.0.0.1:1");

    [Fact]
    public async Task The_owners_connection_is_needed() => await ShouldFailAsync("counts", null, "Database:OwnerConnectionString is not set.");

    [Fact]
    public async Task A_connection_string_that_is_none_is_told() => await ShouldFailAsync("sizes", "Hosts=127.0.0.1", "Hosts");

    private static async Task ShouldFailAsync(string call, string? owner, string said)
    {
        await using var output = new StringWriter();
        await using var error = new StringWriter();

        int code = await DatabaseCommand.RunAsync(
            call.Split(' ', StringSplitOptions.RemoveEmptyEntries), () => new PostgresOptions { OwnerConnectionString = owner }, output, error, CancellationToken.None);

        (code, output.ToString()).ShouldBe((1, ""));
        error.ToString().ShouldContain(said);
        error.ToString().Trim().ShouldNotContain("\n");
        error.ToString().ShouldNotContain("not-to-be-shown");
    }
}
