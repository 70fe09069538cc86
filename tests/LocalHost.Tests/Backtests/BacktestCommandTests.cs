using System.Globalization;
using System.Text;
using System.Text.Json;
using SloFunctions.Infrastructure.Postgres;
using SloFunctions.LocalHost.Backtests;

namespace LocalHost.Tests.Backtests;

public sealed class BacktestCommandTests
{
    private static readonly string[] Quick = ["--services", "15", "--days", "58"];

    [Fact]
    public async Task Simulated_fleets_are_answered_in_json_the_same_each_time()
    {
        var (code, output, error) = await RunAsync([.. Quick, "--json"]);

        (code, error).ShouldBe((0, ""));
        (await RunAsync([.. Quick, "--json"])).Output.ShouldBe(output);
        using var document = JsonDocument.Parse(output);
        document.RootElement.GetProperty("families").EnumerateObject().Select(f => f.Name).ShouldBe(["compound_poisson", "clustered"]);
    }

    [Fact]
    public async Task Another_seed_is_another_fleet() =>
        (await RunAsync([.. Quick, "--json", "--seed", "2"])).Output.ShouldNotBe((await RunAsync([.. Quick, "--json"])).Output);

    [Fact]
    public async Task People_get_tables()
    {
        var (code, output, _) = await RunAsync([.. Quick, "--family", "status_page", "--lookback", "28", "--step", "1"]);

        code.ShouldBe(0);
        string[] lines = output.Split(Environment.NewLine);
        lines[0].ShouldBe("status_page: 15 services over 58 days; 45 windows of 28 days from 3 origins, 28 days of history before each");
        lines.ShouldContain(l => l.StartsWith("predictive ", StringComparison.Ordinal));
        lines.ShouldContain(l => l.StartsWith("fixed_targets ", StringComparison.Ordinal));
        lines.ShouldContain(l => l.StartsWith("Reliability of predictive", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Counts_of_a_file_are_forecast_and_drawn()
    {
        string file = Written(Counts(services: 3, days: 60)), svg = Path.Combine(TestFolders.Create(), "plot.svg");

        var (code, output, error) = await RunAsync(["--counts", file, "--svg", svg, "--json"]);

        (code, error).ShouldBe((0, ""));
        using var document = JsonDocument.Parse(output);
        var fleet = document.RootElement.GetProperty("families").GetProperty("counts");
        fleet.GetProperty("services").GetInt32().ShouldBe(3);
        fleet.GetProperty("windows").GetInt32().ShouldBe(3);
        fleet.GetProperty("start").GetString().ShouldBe("2026-01-01T00:00:00Z");
        (await File.ReadAllTextAsync(svg)).ShouldStartWith("<svg ");
    }

    [Fact]
    public async Task Broken_lines_are_named_with_their_file_and_exit_code_2()
    {
        string file = Written("service,hour,good,total\na,0,1,1\na,0,1,1\na,3600,2,1\n");

        var (code, output, error) = await RunAsync(["--counts", file]);

        (code, output).ShouldBe((2, ""));
        error.ShouldBe($"{file}: line 3: The hour of this service was given before.{Environment.NewLine}{file}: line 4: good is 2, more than total, 1.{Environment.NewLine}");
    }

    [Fact]
    public async Task Too_short_a_file_is_told_what_is_needed()
    {
        string file = Written(Counts(services: 1, days: 40));

        (await RunAsync(["--counts", file])).ShouldBe((2, "", $"{file}: The history spans 40 days; 58 are needed: 30 to look back on and 28 to foretell.{Environment.NewLine}"));
        (await RunAsync(["--counts", file, "--lookback", "12"])).Code.ShouldBe(0);
    }

    [Theory]
    [InlineData("There is no file missing.csv.", "--counts", "missing.csv")]
    [InlineData("--services: a whole number from 1 to 50000 is expected; this is '0'.", "--services", "0")]
    [InlineData("--days: a whole number from 1 to 1100 is expected; this is '-5'.", "--days", "-5")]
    [InlineData("--seed: a whole number from 0 to 18446744073709551615 is expected; this is 'x'.", "--seed", "x")]
    [InlineData("--family: one of compound_poisson, clustered, status_page, all is expected; this is 'poisson'.", "--family", "poisson")]
    [InlineData("--step needs a value.", "--step")]
    [InlineData("--json is given twice.", "--json", "--json")]
    [InlineData("--seed is about simulated fleets and cannot stand beside --counts.", "--counts", "a.csv", "--seed", "1")]
    [InlineData("--services times --days is at most 2000000: more does not fit in memory.", "--services", "50000", "--days", "1000")]
    [InlineData("compound_poisson: The history spans 57 days; 58 are needed: 30 to look back on and 28 to foretell.", "--days", "57", "--services", "1")]
    public async Task Arguments_that_make_no_sense_are_one_line_and_exit_code_2(string message, params string[] args) =>
        (await RunAsync(args)).ShouldBe((2, "", message + Environment.NewLine));

    [Fact]
    public async Task What_is_not_understood_is_told_with_the_usage()
    {
        var (code, _, error) = await RunAsync(["--sevrices", "5"]);

        code.ShouldBe(2);
        error.ShouldStartWith("'--sevrices' is not understood.");
        error.ShouldContain("usage: backtest");
        (await RunAsync(["--help"])).Output.ShouldStartWith("usage: backtest");
    }

    [Fact]
    public async Task A_folder_is_no_file_and_a_plot_needs_a_folder()
    {
        string folder = TestFolders.Create();

        (await RunAsync(["--counts", folder])).Error.ShouldContain("is a folder");
        var (code, output, error) = await RunAsync([.. Quick, "--svg", Path.Combine(folder, "none", "plot.svg")]);
        (code, output).ShouldBe((2, ""));
        error.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Stored_hours_need_a_database_and_stand_alone()
    {
        var (code, output, error) = await RunAsync(["--stored"]);
        (code, output).ShouldBe((2, ""));
        error.ShouldStartWith("The database does not answer: ");
        (await RunAsync(["--stored", "--counts", "x.csv"])).Error.ShouldContain("are different histories");
        (await RunAsync(["--stored", "--services", "3"])).Error.ShouldContain("--services is about simulated fleets");
    }

    private static PostgresOptions Nowhere => new() { ConnectionString = "Host=127.0.0.1;Port=1;Username=x;Password=x;Timeout=2" };

    private static string Counts(int services, int days)
    {
        var text = new StringBuilder();
        var start = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        for (int service = 0; service < services; service++)
        {
            for (int hour = 0; hour < days * 24; hour++)
                text.Append(CultureInfo.InvariantCulture, $"s{service},{start.AddHours(hour):yyyy-MM-dd'T'HH:mm:ss'Z'},{(hour % 300 == 7 ? 900 : 1000)},1000\n");
        }

        return text.ToString();
    }

    private static string Written(string text)
    {
        string file = Path.Combine(TestFolders.Create(), "counts.csv");
        File.WriteAllText(file, text);
        return file;
    }

    private static async Task<(int Code, string Output, string Error)> RunAsync(string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        int code = await BacktestCommand.RunAsync(args, () => Nowhere, output, error, CancellationToken.None);
        return (code, output.ToString(), error.ToString());
    }
}
