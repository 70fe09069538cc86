using SloFunctions.TelemetryGenerator;

namespace TelemetryGenerator.Tests;

public sealed class CommandLineTests
{
    private const string End = "--end 2026-11-01T00:00:00Z ";

    [Theory]
    [InlineData("--end 2026-11-01T00:10:00Z --out x", "whole hour")]
    [InlineData("--end yesterday --out x", "--end must be an instant")]
    [InlineData("--end 1990-01-01T00:00:00Z --out x", "years")]
    [InlineData("--out x", "--end is missing")]
    [InlineData("--end 2026-11-01T00:00:00Z", "--out is missing")]
    [InlineData(End + "--out", "--out needs a value")]
    [InlineData(End + "--out x --step 7", "15 to 3600")]
    [InlineData(End + "--out x --step 700", "must divide 3600")]
    [InlineData(End + "--out x --services 0", "--services must be an integer from 1")]
    [InlineData(End + "--out x --services many", "not 'many'")]
    [InlineData(End + "--out x --days 1", "--days must be an integer from 2")]
    [InlineData(End + "--out x --hours 0", "--hours must be an integer from 1")]
    [InlineData(End + "--out x --hours 26 --days 3", "--hours and --days are given both")]
    [InlineData(End + "--out x --seed -1", "--seed must be")]
    [InlineData(End + "--out x --scenario bank", "--scenario must be shop or plain")]
    [InlineData(End + "--out x --days 3 --days 4", "--days is given twice")]
    [InlineData(End + "--out x --colour red", "Unknown argument '--colour'")]
    public void A_bad_argument_is_named_and_exits_with_2(string arguments, string message)
    {
        using var errors = new StringWriter();

        CommandLine.Run(arguments.Split(' '), TextWriter.Null, errors).ShouldBe(2);

        errors.ToString().ShouldContain(message);
        errors.ToString().ShouldContain("Usage:");
    }

    [Fact]
    public void An_output_folder_that_cannot_be_made_exits_with_1()
    {
        var file = Path.GetTempFileName();
        using var errors = new StringWriter();

        CommandLine.Run((End + "--services 1 --days 2 --step 3600 --out " + file).Split(' '), TextWriter.Null, errors).ShouldBe(1);

        errors.ToString().ShouldContain("Cannot write");
        File.Delete(file);
    }

    [Fact]
    public void Help_names_every_option()
    {
        using var output = new StringWriter();

        CommandLine.Run(["--help"], output, TextWriter.Null).ShouldBe(0);

        foreach (var option in new[] { "--end", "--out", "--services", "--days", "--hours", "--step", "--seed", "--scenario", "--metrics" })
        {
            output.ToString().ShouldContain(option);
        }
    }
}
