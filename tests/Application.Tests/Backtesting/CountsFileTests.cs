using System.Text;
using SloFunctions.Application.Backtesting;
using SloFunctions.Domain.Results;
using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Application.Tests.Backtesting;

public sealed class CountsFileTests
{
    private const string Hour = "2026-03-01T00:00:00Z";

    [Theory]
    [InlineData("checkout,2026-03-01T00:00:00Z,9,10")]
    [InlineData("checkout,2026-03-01T01:00:00+01:00,9,10")]
    [InlineData("checkout,2026-03-01T00:00:00.000Z,9,10")]
    [InlineData("checkout,2026-03-01T00:00,9,10")]
    [InlineData("checkout,2026-03-01 00:00:00,9,10")]
    [InlineData("checkout,2026-03-01 00:00:00 +00:00,9,10")]
    [InlineData("checkout,20260301T000000Z,9,10")]
    [InlineData("checkout,1772323200,9,10")]
    [InlineData("service,hour,good,total\ncheckout,1772323200,9,10")]
    [InlineData("Service, Hour, Good, Total\r\n checkout , 1772323200 , 9 , 10 \r\n")]
    [InlineData("\"service\",\"hour\",\"good\",\"total\"\n\"checkout\",\"1772323200\",\"9\",\"10\"\n\n")]
    [InlineData("checkout,\"2026-03-01T00:00:00Z\" ,9,10")]
    public void An_hour_is_read_however_it_is_written(string text)
    {
        var fleet = Read(text);

        var history = fleet.Services.Single();
        history.Service.Value.ShouldBe("checkout");
        history.Hours.ShouldBe([new SliCounts(9, 10)]);
        fleet.Window!.Value.Start.ShouldBe(new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero));
    }

    [Fact]
    public void A_mark_of_the_encoding_is_no_part_of_the_first_name()
    {
        using var text = new StreamReader(new MemoryStream([.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes($"größe,{Hour},1,1")]));

        CountsFile.Read(text, "counts", CancellationToken.None).TryGet(out var fleet, out _).ShouldBeTrue();
        fleet!.Services.Single().Service.Value.ShouldBe("größe");
    }

    [Fact]
    public void Lines_may_come_in_any_order_and_hours_that_are_missing_were_not_measured()
    {
        var fleet = Read("b,3600,1,1\na,10800,2,2\na,0,3,4\n");

        fleet.Services.Select(s => s.Service.Value).ShouldBe(["a", "b"]);
        fleet.Services[0].Hours.ShouldBe([new SliCounts(3, 4), null, null, new SliCounts(2, 2)]);
        fleet.Services[1].Hours.ShouldBe([null, new SliCounts(1, 1), null, null]);
        fleet.Window!.Value.Hours.ShouldBe(4);
    }

    [Fact]
    public void Names_with_commas_and_quotes_are_quoted() =>
        Read($"\"a,\"\"b\"\"\",{Hour},1,1").Services.Single().Service.Value.ShouldBe("a,\"b\"");

    [Theory]
    [InlineData($"a,{Hour},x,10", "good is not a whole number: 'x'.")]
    [InlineData($"a,{Hour},1.5,10", "good is not a whole number: '1.5'.")]
    [InlineData($"a,{Hour},1,1e3", "total is not a whole number: '1e3'.")]
    [InlineData($"a,{Hour},1,", "total is not a whole number: ''.")]
    [InlineData($"a,{Hour},1,99999999999999999999", "total is not a whole number: '99999999999999999999'.")]
    [InlineData($"a,{Hour},1,1000000000000001", "total is more than 1000000000000000.")]
    [InlineData($"a,{Hour},-1,10", "good is negative: -1.")]
    [InlineData($"a,{Hour},1,-10", "total is negative: -10.")]
    [InlineData($"a,{Hour},11,10", "good is 11, more than total, 10.")]
    [InlineData($"a,{Hour},1,10,5", "4 columns are expected, service,hour,good,total; there are more.")]
    [InlineData($"a,{Hour},1", "4 columns are expected, service,hour,good,total; there are 3.")]
    [InlineData("hello", "4 columns are expected, service,hour,good,total; there are 1.")]
    [InlineData("a,2026-03-01T00:30:00Z,1,1", "hour is not a whole hour: '2026-03-01T00:30:00Z'.")]
    [InlineData("a,1772323201,1,1", "hour is not a whole hour: '1772323201'.")]
    [InlineData("a,1772323200000,1,1", "hour is not within the years 1970 to 9999 as Unix seconds: '1772323200000'.")]
    [InlineData("a,-3600,1,1", "hour is not within the years 1970 to 9999 as Unix seconds: '-3600'.")]
    [InlineData("a,yesterday,1,1", "hour is neither an ISO 8601 time nor Unix seconds: 'yesterday'.")]
    [InlineData("a,2026-02-30T00:00:00Z,1,1", "hour is neither an ISO 8601 time nor Unix seconds: '2026-02-30T00:00:00Z'.")]
    [InlineData($",{Hour},1,1", "A service id must not be empty.")]
    [InlineData($"a\u0000b,{Hour},1,1", "A service id must not contain control or other unprintable characters.")]
    [InlineData($"\"a,{Hour},1,1", "A quote is not closed.")]
    [InlineData($"\"a\"b,{Hour},1,1", "Only a comma may follow a closing quote.")]
    [InlineData($"a\"b,{Hour},1,1", "A quote stands inside of a field that is not quoted.")]
    public void A_broken_line_is_named_with_its_number_and_the_reason(string line, string message)
    {
        var fields = Refused($"service,hour,good,total\nok,{Hour},1,1\n{line}\nok,2026-03-01T01:00:00Z,1,1\n");

        fields.Select(f => (f.Field, f.Message)).ShouldBe([("line 3", message)]);
    }

    [Fact]
    public void An_hour_given_twice_is_named_where_it_comes_again() =>
        Refused($"a,{Hour},1,1\nb,{Hour},1,1\na,{Hour},1,1").Select(f => (f.Field, f.Message)).ShouldBe([("line 3", "The hour of this service was given before.")]);

    [Fact]
    public void Every_broken_line_is_named() =>
        Refused(string.Concat(Enumerable.Range(0, 500).Select(i => i % 2 == 0 ? $"a,{i * 3600},1,1\n" : "broken\n"))).Count.ShouldBe(250);

    [Fact]
    public void More_broken_lines_than_anybody_reads_are_not_all_named() =>
        Refused(string.Concat(Enumerable.Repeat("broken\n", 5000))).Count.ShouldBe(CountsFile.ReportedErrors);

    [Theory]
    [InlineData("")]
    [InlineData("\n\n \r\n")]
    [InlineData("service,hour,good,total\n")]
    public void A_file_without_counts_is_refused(string text) => Refused(text).Single().Field.ShouldBe("file");

    [Fact]
    public void A_wrong_year_does_not_ask_for_memory_for_all_between() =>
        Refused($"a,{Hour},1,1\na,1997-01-01T00:00:00Z,1,1").Single().Message.ShouldBe("hour lies more than 1100 days away from others.");

    [Fact]
    public void A_line_that_never_ends_is_too_long_and_the_next_is_read()
    {
        var fields = Refused($"{new string('x', 1_000_000)}\na,{Hour},1,1\nbroken\n{new string('y', 9000)}");

        fields.Select(f => f.Field).ShouldBe(["line 1", "line 3", "line 4"]);
        fields[0].Message.ShouldContain("longer than 8192");
        fields[2].Message.ShouldContain("longer than 8192");
    }

    [Fact]
    public void Lines_are_read_whole_wherever_the_buffer_ends()
    {
        string text = string.Concat(Enumerable.Range(0, 20_000).Select(i => $"service-{i},{Hour},{i},{i + 1}\r\n"));

        var fleet = Read(text);

        fleet.Services.Count.ShouldBe(20_000);
        fleet.Services.Single(s => s.Service.Value == "service-19999").Hours.ShouldBe([new SliCounts(19_999, 20_000)]);
        fleet.Services.Sum(s => s.Hours[0]!.Value.Good).ShouldBe(20_000L * 19_999 / 2);
    }

    private static BacktestFleet Read(string text)
    {
        using var reader = new StringReader(text);
        CountsFile.Read(reader, "counts", CancellationToken.None).TryGet(out var fleet, out var failure).ShouldBeTrue(failure?.Fields[0].Message);
        return fleet!;
    }

    private static IReadOnlyList<FieldError> Refused(string text)
    {
        using var reader = new StringReader(text);
        CountsFile.Read(reader, "counts", CancellationToken.None).TryGet(out _, out var failure).ShouldBeFalse();
        return failure!.Fields;
    }
}
