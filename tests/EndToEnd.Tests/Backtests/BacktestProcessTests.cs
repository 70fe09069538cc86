using System.Text.Json;
using EndToEnd.Tests.App;

namespace EndToEnd.Tests.Backtests;

public sealed class BacktestProcessTests
{
    private static readonly Dictionary<string, string> NoSettings = [];

    [OwnHostFact]
    public async Task A_backtest_needs_no_server_and_no_settings()
    {
        var (code, output, error) = await LocalHostProgram.RunAsync(
            NoSettings, "backtest", "--json", "--services", "10", "--days", "58", "--family", "clustered");

        (code, error).ShouldBe((0, ""));
        using var document = JsonDocument.Parse(output);
        document.RootElement.GetProperty("families").GetProperty("clustered").GetProperty("windows").GetInt32().ShouldBe(10);
    }

    [OwnHostFact]
    public async Task A_file_that_is_not_there_is_one_clear_line_and_exit_code_2()
    {
        var (code, output, error) = await LocalHostProgram.RunAsync(NoSettings, "backtest", "--counts", "missing.csv");

        (code, output, error.Trim()).ShouldBe((2, "", "There is no file missing.csv."));
    }
}
