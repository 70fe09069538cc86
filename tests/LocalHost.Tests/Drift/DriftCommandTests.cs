using System.Text;
using System.Text.Json;
using SloFunctions.LocalHost.Drift;
using SloFunctions.Testing;

namespace LocalHost.Tests.Drift;

public sealed class DriftCommandTests
{
    private static readonly string Streams = RepositoryRoot.Combine("tests", "Domain.Tests", "Oracles", "river_streams.json");

    // Constant, with a step after 200 values.
    private static readonly string[] Step = [.. Enumerable.Range(0, 300).Select(i => i < 200 ? "1" : "9")];

    [Theory]
    [InlineData("adwin", "adwin")]
    [InlineData("adwin_clock1", "adwin", "--clock", "1")]
    [InlineData("ph_both", "page-hinkley")]
    [InlineData("ph_up", "page-hinkley", "--side", "up")]
    [InlineData("ph_down", "page-hinkley", "--side", "down")]
    [InlineData("kswin_det_default", "ks")]
    [InlineData("kswin_det_test", "ks", "--alpha", "1e-4", "--window", "200", "--recent", "100")]
    public async Task Every_stream_gives_the_published_indices(string variant, string detector, params string[] parameters)
    {
        var (code, output, error) = await RunAsync("", [Streams, "--json", "--detector", detector, .. parameters]);

        (code, error).ShouldBe((0, ""));
        var answers = JsonElement.Parse(output).EnumerateArray().ToArray();
        answers.Select(a => a.GetProperty("series").GetString()).ShouldBe(["s1", "s2", "s3", "doc", "multi"]);
        foreach (var answer in answers)
        {
            var expected = JsonElement.Parse(await File.ReadAllTextAsync(Streams)).GetProperty("expected").GetProperty(answer.GetProperty("series").GetString()!).GetProperty(variant);
            JsonElement.DeepEquals(answer.GetProperty("detections"), expected).ShouldBeTrue(answer.GetRawText());
        }
    }

    [Fact]
    public async Task People_get_a_line_a_detector_and_where_two_agree()
    {
        var (code, output, _) = await RunAsync("", Streams, "--column", "doc");

        code.ShouldBe(0);
        output.ShouldBe(string.Join(Environment.NewLine, "doc  page-hinkley  1006", "doc  adwin         1023", "doc  ks            1011", "doc  vote          1011", ""));
    }

    [Theory]
    [InlineData("--latch", "5", "none")]
    [InlineData("--latch", "6", "1011")]
    public async Task Two_that_are_further_apart_than_the_latch_do_not_agree(string name, string value, string indices)
    {
        var (_, output, _) = await RunAsync("", Streams, "--column", "doc", name, value);

        output.Split(Environment.NewLine)[3].ShouldBe($"doc  vote          {indices}");
    }

    [Fact]
    public async Task All_ways_to_write_the_same_numbers_give_the_same_indices()
    {
        string[] texts =
        [
            string.Join('\n', Step),
            "\uFEFF# of a Tuesday\r\n\r\nvalues\r\n" + string.Join("\r\n", Step) + "\r\n",
            "time;values\n" + string.Join('\n', Step.Select((v, i) => $"2026-01-01T00:{i:000};{v}")),
            "[" + string.Join(',', Step) + "]",
            "[" + string.Join(',', Step.Select((v, i) => $$"""{"time":"{{i}}","values":{{v}}}""")) + "]",
            "{\"unit\":\"ms\",\"values\":[" + string.Join(',', Step) + "]}",
        ];
        foreach (string text in texts)
        {
            var (code, output, error) = await RunAsync(text, "-", "--detector", "adwin");

            (code, error).ShouldBe((0, ""), text);
            output.Trim().ShouldBe("values  adwin  223", text);
        }
    }

    [Fact]
    public async Task Gaps_are_counted_and_not_taken_for_zeros()
    {
        string text = "a,b\n" + string.Join('\n', Enumerable.Range(0, 300).Select(i => i % 3 == 0 ? ",nan" : "1,1"));

        var (_, output, _) = await RunAsync(text, "-", "--detector", "page-hinkley", "--column", "b", "--json");

        var answer = JsonElement.Parse(output).EnumerateArray().ShouldHaveSingleItem();
        (answer.GetProperty("points").GetInt32(), answer.GetProperty("gaps").GetInt32(), answer.GetProperty("detections").GetArrayLength()).ShouldBe((200, 100, 0));
    }

    [Theory]
    [InlineData("", "There are no numbers.")]
    [InlineData("# nothing\n\n", "There are no numbers.")]
    [InlineData("[]", "There are no numbers.")]
    [InlineData("{}", "There are no numbers.")]
    [InlineData("a\n1\nx\n", "Line 3: 'x' is no number.")]
    [InlineData("1\n1e999\n", "Line 2: '1e999' is no number.")]
    [InlineData("a,b\n1,2\n1\n", "Line 3 has 1 cells; 2 are expected.")]
    [InlineData("[1,\"2\"]", "values[1] is no number.")]
    [InlineData("[{\"a\":1},2]", "[1] is no object, unlike those before it.")]
    [InlineData("[1,", "This is no valid JSON: ")]
    public async Task A_wrong_file_is_said_to_be_and_exit_code_2(string text, string message)
    {
        var (code, output, error) = await RunAsync(text, "-");

        (code, output).ShouldBe((2, ""));
        error.ShouldStartWith("-: " + message);
    }

    [Theory]
    [InlineData("usage: drift FILE")]
    [InlineData("usage: drift FILE", "a", "b")]
    [InlineData("There is no file missing.csv.", "missing.csv")]
    [InlineData("There is no file --json.", "--", "--json")]
    [InlineData("There is no detector 'ddm'; there are page-hinkley, adwin, ks, vote.", "-", "--detector", "ddm")]
    [InlineData("'--clock' is not understood for ks.", "-", "--detector", "ks", "--clock", "1")]
    [InlineData("--clock needs a value.", "-", "--clock")]
    [InlineData("--delta is given twice.", "-", "--delta", "1", "--delta", "2")]
    [InlineData("--delta is a number, not 'x'.", "-", "--detector", "adwin", "--delta", "x")]
    [InlineData("Delta is in (0, 1).", "-", "--detector", "adwin", "--delta", "2")]
    [InlineData("--window is a whole number up to 10000, not '1e9'.", "-", "--detector", "ks", "--window", "1e9")]
    [InlineData("--side is both, up or down, not 'left'.", "-", "--detector", "page-hinkley", "--side", "left")]
    [InlineData("--latch is 1 or more.", "-", "--latch", "0")]
    public async Task Arguments_that_make_no_sense_are_exit_code_2(string message, params string[] args)
    {
        var (code, output, error) = await RunAsync("1\n2\n", args);

        (code, output).ShouldBe((2, ""));
        error.ShouldStartWith(message);
    }

    [Fact]
    public async Task A_column_that_is_not_there_is_named()
    {
        var (code, _, error) = await RunAsync("a,b\n1,2\n", "-", "--column", "c");

        (code, error.Trim()).ShouldBe((2, "-: There is no column 'c' with numbers."));
    }

    [Fact]
    public async Task A_folder_is_no_file() => (await RunAsync("", TestFolders.Create())).Error.ShouldContain("is a folder");

    [Fact]
    public async Task Help_is_no_error()
    {
        var (code, output, error) = await RunAsync("", "--help");

        (code, error).ShouldBe((0, ""));
        output.ShouldStartWith("usage: drift FILE");
    }

    private static async Task<(int Code, string Output, string Error)> RunAsync(string input, params string[] args)
    {
        using var typed = new MemoryStream(Encoding.UTF8.GetBytes(input));
        using var output = new StringWriter();
        using var error = new StringWriter();
        int code = await DriftCommand.RunAsync(args, typed, output, error, CancellationToken.None);
        return (code, output.ToString(), error.ToString());
    }
}
