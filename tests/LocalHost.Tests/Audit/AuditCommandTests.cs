using Microsoft.Extensions.Configuration;
using SloFunctions.LocalHost.Audit;

namespace LocalHost.Tests.Audit;

public sealed class AuditCommandTests
{
    private static readonly (string, string) Nobody = ("Database:OwnerConnectionString", "Host=127.0.0.1;Port=1;Username=nobody;Password=not-to-be-shown");

    [Theory]
    [InlineData("")]
    [InlineData("check")]
    [InlineData("verify --xml")]
    [InlineData("verify --json --json")]
    public async Task A_call_that_is_not_understood_is_answered_with_the_usage(string call)
    {
        var (code, output, error) = await RunAsync(call, Nobody);

        (code, output, error.Trim()).ShouldBe((2, "", AuditOptions.Usage));
    }

    [Fact]
    public async Task A_database_that_does_not_answer_is_no_broken_log() => await ShouldNotTellAsync("The database does not answer", Nobody);

    [Fact]
    public async Task The_owners_connection_is_needed() => await ShouldNotTellAsync("Database:OwnerConnectionString");

    [Fact]
    public async Task A_wrong_setting_is_named() => await ShouldNotTellAsync("AuditAnchors:ConnectionString", Nobody, ("AuditAnchors:ConnectionString", "not-to-be-shown"));

    private static async Task ShouldNotTellAsync(string said, params (string Name, string Value)[] settings)
    {
        var (code, output, error) = await RunAsync("verify", settings);

        (code, output).ShouldBe((2, ""));
        error.ShouldContain(said);
        error.Trim().ShouldNotContain("\n");
        error.ShouldNotContain("not-to-be-shown");
    }

    private static async Task<(int Code, string Output, string Error)> RunAsync(string call, params (string Name, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Name, (string?)s.Value))).Build();
        await using var output = new StringWriter();
        await using var error = new StringWriter();
        int code = await AuditCommand.RunAsync(call.Split(' ', StringSplitOptions.RemoveEmptyEntries), () => configuration, output, error, CancellationToken.None);
        return (code, output.ToString(), error.ToString());
    }
}
