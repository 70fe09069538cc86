using SloFunctions.Infrastructure.Postgres;
using SloFunctions.LocalHost.ApiKeys;

namespace LocalHost.Tests.ApiKeys;

public sealed class ApiKeyCommandTests
{
    [Theory]
    [InlineData("")]
    [InlineData("make")]
    [InlineData("create --name")]
    [InlineData("create --colour red")]
    [InlineData("create --name x --role viewer --expires-in-days soon")]
    [InlineData("create --name x --role viewer --limit ten")]
    [InlineData("create --name x --role viewer --limit *=1 --limit *=2")]
    [InlineData("revoke")]
    [InlineData("list everything")]
    public async Task A_call_that_is_not_understood_is_answered_with_the_usage(string call)
    {
        var (code, output, error) = await RunAsync(call.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        (code, output).ShouldBe((1, ""));
        error.Trim().ShouldBe(ApiKeyOptions.Usage);
    }

    [Fact]
    public async Task Without_a_database_nothing_is_issued()
    {
        var (code, output, error) = await RunAsync("create", "--name", "x", "--role", "viewer");

        (code, output).ShouldBe((1, ""));
        error.Trim().Split('\n').Length.ShouldBe(1);
    }

    private static async Task<(int Code, string Output, string Error)> RunAsync(params string[] args)
    {
        await using var output = new StringWriter();
        await using var error = new StringWriter();
        int code = await ApiKeyCommand.RunAsync(args, () => new PostgresOptions { ConnectionString = "Host=127.0.0.1;Port=1;Username=nobody" }, output, error, CancellationToken.None);
        return (code, output.ToString(), error.ToString());
    }
}
