using System.Text.Json;
using SloFunctions.LocalHost.Composites;
using SloFunctions.Testing;

namespace LocalHost.Tests.Composites;

public sealed class CompositeCommandTests
{
    private const string Cyclic = """{"nodes":[{"id":"a","availability":0.99},{"id":"b","availability":0.9},{"id":"c","availability":0.8},{"id":"d","availability":0.7}],"hard":[["a","b"],["b","a"]],"redundancy_groups":[{"source":"a","any_of":["c","d"]}],"target":"a"}""";

    [Fact]
    public async Task Every_case_of_the_oracles_is_answered_to_the_last_digits()
    {
        string file = RepositoryRoot.Combine("tests", "Domain.Tests", "Oracles", "availability.json");
        using var oracles = JsonDocument.Parse(await File.ReadAllTextAsync(file));

        var (code, output, error) = await RunAsync(file, "--json");

        (code, error).ShouldBe((0, ""));
        using var answers = JsonDocument.Parse(output);
        var byCase = answers.RootElement.EnumerateArray().ToDictionary(a => a.GetProperty("case").GetString()!);
        byCase.Count.ShouldBe(90);
        foreach (var (i, item) in oracles.RootElement.GetProperty("acyclic").EnumerateArray().Index())
            byCase[$"acyclic[{i}]"].GetProperty("composite").GetDouble().ShouldBe(item.GetProperty("expected").GetDouble(), 1e-12);
        foreach (var (i, item) in oracles.RootElement.GetProperty("cyclic").EnumerateArray().Index())
        {
            byCase[$"cyclic[{i}]"].GetProperty("composite").GetDouble().ShouldBe(item.GetProperty("expected_weakest_link").GetDouble(), 1e-12);
            byCase[$"cyclic[{i}]"].GetProperty("all_up").GetDouble().ShouldBe(item.GetProperty("all_up_product").GetDouble(), 1e-12);
        }
    }

    [Fact]
    public async Task An_answer_holds_both_readings_of_cycles_and_who_contributes()
    {
        var (_, output, _) = await RunAsync(Written(Cyclic), "--json");

        var answer = JsonDocument.Parse(output).RootElement[0];
        answer.GetProperty("composite").GetDouble().ShouldBe(0.9 * 0.94, 1e-12);
        answer.GetProperty("all_up").GetDouble().ShouldBe(0.99 * 0.9 * 0.94, 1e-12);
        answer.GetProperty("basis").GetString().ShouldBe("weakest_member");
        answer.GetProperty("method").GetString().ShouldBe("exact");
        answer.GetProperty("bottleneck").GetString().ShouldBe("b");
        answer.GetProperty("single_points_of_failure").EnumerateArray().Select(s => s.GetString()).ShouldBe(["a", "b"]);
        answer.GetProperty("frechet").EnumerateArray().Select(b => b.GetDouble()).ToArray().ShouldBe([0.7, 0.9], 1e-12);
        var second = answer.GetProperty("contributions")[1];
        second.GetProperty("service").GetString().ShouldBe("c");
        second.GetProperty("importance").GetDouble().ShouldBe(0.9 * 0.3, 1e-12);
        second.GetProperty("share").GetDouble().ShouldBe(0.2 * 0.9 * 0.3 / (1 - (0.9 * 0.94)), 1e-12);
    }

    [Fact]
    public async Task Without_json_people_get_a_table()
    {
        var (code, output, _) = await RunAsync(Written(Cyclic));

        code.ShouldBe(0);
        string[] lines = output.Split(Environment.NewLine);
        lines[0].ShouldBe("a");
        lines[1].ShouldStartWith("  composite           0.84");
        lines[1].ShouldEndWith("(exact, cycles by their weakest member)");
        lines[2].ShouldStartWith("  all_up              0.83");
        lines.ShouldContain("  single points       2: a, b");
        lines.ShouldContain("  bottleneck          b");
        lines.ShouldContain(l => l.StartsWith("    service  ", StringComparison.Ordinal) && l.EndsWith("share", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_wrong_field_is_named_with_its_file_and_exit_code_2()
    {
        string file = Written("""{"nodes":[{"id":"a","availability":1.5}],"target":"a"}""");

        var (code, output, error) = await RunAsync(file);

        code.ShouldBe(2);
        output.ShouldBeEmpty();
        error.Trim().ShouldBe($"{file}: nodes[0].availability: A number from 0 to 1 is expected; this is 1.5.");
    }

    [Theory]
    [InlineData("usage: composite FILE.json [--json]")]
    [InlineData("usage: composite FILE.json [--json]", "a", "b")]
    [InlineData("usage: composite FILE.json [--json]", "a", "--yaml")]
    [InlineData("There is no file missing.json.", "missing.json")]
    [InlineData("There is no file --json.", "--", "--json")]
    public async Task Arguments_that_make_no_sense_are_one_line_and_exit_code_2(string message, params string[] args) =>
        (await RunAsync(args)).ShouldBe((2, "", message + Environment.NewLine));

    [Fact]
    public async Task A_folder_is_no_file()
    {
        var (code, _, error) = await RunAsync(TestFolders.Create());

        code.ShouldBe(2);
        error.ShouldContain("is a folder");
    }

    private static string Written(string json)
    {
        string file = Path.Combine(TestFolders.Create(), "cases.json");
        File.WriteAllText(file, json);
        return file;
    }

    private static async Task<(int Code, string Output, string Error)> RunAsync(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        int code = await CompositeCommand.RunAsync(args, output, error, CancellationToken.None);
        return (code, output.ToString(), error.ToString());
    }
}
