using System.Text.Json;
using SloFunctions.LocalHost.Gate;

namespace LocalHost.Tests.Gate;

public sealed class GateCommandTests
{
    private const string Key = "slo_not-to-be-shown";

    [Theory]
    [InlineData("allow", "", 0)]
    [InlineData("deny", "", 1)]
    [InlineData("deny", "--caution-is-ok", 1)]
    [InlineData("caution", "", 3)]
    [InlineData("caution", "--caution-is-ok", 0)]
    public async Task The_exit_code_tells_the_decision(string decision, string options, int expected)
    {
        await using var gate = new StubGate(200, Answer(decision));

        var (code, output, error) = await RunAsync($"--service cart --url {gate.Url} {options}");

        (code, error).ShouldBe((expected, ""));
        output.ShouldContain($"cart: {decision}");
        output.ShouldContain("budget_left: Much is left.");
        (gate.Path, gate.Key).ShouldBe(("/base/api/v1/deploy-gate", Key));
    }

    [Fact]
    public async Task The_services_and_the_emergency_are_sent_and_the_answer_is_printed_as_it_is()
    {
        await using var gate = new StubGate(200, Answer("allow", "cart", "mail"));

        var (code, output, _) = await RunAsync($"--service cart --service mail --emergency fire --json --url {gate.Url}/ --key-env OTHER");

        (code, output.Trim()).ShouldBe((0, Answer("allow", "cart", "mail")));
        var sent = JsonDocument.Parse(gate.Body!).RootElement;
        sent.GetProperty("services").EnumerateArray().Select(s => s.GetString()).ShouldBe(["cart", "mail"]);
        (sent.GetProperty("emergency").GetBoolean(), sent.GetProperty("reason").GetString()).ShouldBe((true, "fire"));
    }

    public static TheoryData<int, string> NoPermissions => new()
    {
        { 200, "" },
        { 200, "<html>allow</html>" },
        { 200, "null" },
        { 200, "[]" },
        { 200, """{"decision":"allow"}""" },
        { 200, """{"decision":"allow","services":[]}""" },
        { 200, """{"decision":"allow","services":[null]}""" },
        { 200, Answer("allow", "mail") },
        { 200, Answer("sure") },
        { 204, "" },
        { 302, Answer("allow") },
        { 401, """{"detail":"No key."}""" },
        { 422, """{"detail":"1 of the services are not registered."}""" },
        { 500, "<html>" },
        { 503, Answer("allow") },
    };

    [Theory]
    [MemberData(nameof(NoPermissions))]
    public async Task Whatever_is_no_answer_of_a_gate_is_no_permission(int status, string body)
    {
        await using var gate = new StubGate(status, body, status == 302 ? "http://127.0.0.1:1/" : null);

        await ShouldNotBeAskedAsync($"--service cart --url {gate.Url}");

        gate.Requests.ShouldBe(1);
    }

    [Fact]
    public async Task An_app_that_cannot_be_reached_gives_no_permission() => await ShouldNotBeAskedAsync("--service cart --url http://127.0.0.1:1");

    [Fact]
    public async Task A_call_that_is_given_up_gives_no_permission()
    {
        await using var gate = new StubGate(200, Answer("allow"));
        using var gone = new CancellationTokenSource();
        await gone.CancelAsync();

        await ShouldNotBeAskedAsync($"--service cart --url {gate.Url}", gone.Token);
    }

    [Theory]
    [InlineData("")]
    [InlineData("--service cart")]
    [InlineData("--url http://127.0.0.1:1")]
    [InlineData("--service --url http://127.0.0.1:1")]
    [InlineData("--service cart --url")]
    [InlineData("--service cart --url ftp://127.0.0.1")]
    [InlineData("--service cart --url cart")]
    [InlineData("--service cart --url http://ann:not-to-be-shown@127.0.0.1:1")]
    [InlineData("--service cart --url http://127.0.0.1:1 --key slo_not-to-be-shown")]
    [InlineData("--service cart --url http://127.0.0.1:1 --key-env MISSING")]
    public async Task A_call_that_is_not_understood_gives_no_permission(string call) => await ShouldNotBeAskedAsync(call);

    [Fact]
    public async Task Help_tells_the_exit_codes()
    {
        var (code, output, _) = await RunAsync("--help");

        code.ShouldBe(0);
        output.ShouldContain("exit code: 0 allow, 1 deny, 2 the gate could not be asked, 3 caution");
    }

    private static string Answer(string decision, params string[] services) =>
        $$"""{"decision":"{{decision}}","emergency":false,"measured_until":"2026-05-29T12:00:00Z","stale":false,"services":[{{string.Join(',', (services is [] ? ["cart"] : services)
            .Select(s => $$"""{"service_id":"{{s}}","decision":"{{decision}}","state":null,"remaining_share":null,"reasons":[{"code":"budget_left","decision":"allow","message":"Much is left."}]}"""))}}]}""";

    private static async Task ShouldNotBeAskedAsync(string call, CancellationToken cancellation = default)
    {
        var (code, output, error) = await RunAsync(call, cancellation);

        (code, output).ShouldBe((2, ""));
        error.ShouldNotBeEmpty();
        error.Trim().ShouldNotContain("\n");
        error.ShouldNotContain("not-to-be-shown");
    }

    private static async Task<(int Code, string Output, string Error)> RunAsync(string call, CancellationToken cancellation = default)
    {
        await using var output = new StringWriter();
        await using var error = new StringWriter();
        int code = await GateCommand.RunAsync(
            call.Split(' ', StringSplitOptions.RemoveEmptyEntries), name => name is "SLO_API_KEY" or "OTHER" ? Key : null, output, error, cancellation);
        return (code, output.ToString(), error.ToString());
    }
}
