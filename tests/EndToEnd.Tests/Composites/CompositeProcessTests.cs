using System.Text.Json;
using EndToEnd.Tests.App;
using SloFunctions.Testing;

namespace EndToEnd.Tests.Composites;

public sealed class CompositeProcessTests
{
    private static readonly Dictionary<string, string> NoSettings = [];

    [OwnHostFact]
    public async Task Composites_of_a_file_need_no_server_and_no_settings()
    {
        string file = RepositoryRoot.Combine("tests", "Domain.Tests", "Oracles", "availability.json");

        var (code, output, error) = await LocalHostProgram.RunAsync(NoSettings, "composite", file, "--json");

        (code, error).ShouldBe((0, ""));
        using var answers = JsonDocument.Parse(output);
        answers.RootElement.GetArrayLength().ShouldBe(90);
    }

    [OwnHostFact]
    public async Task A_file_that_is_not_there_is_one_clear_line_and_exit_code_2()
    {
        var (code, output, error) = await LocalHostProgram.RunAsync(NoSettings, "composite", "missing.json");

        (code, output, error.Trim()).ShouldBe((2, "", "There is no file missing.json."));
    }
}
