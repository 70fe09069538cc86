using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using SloFunctions.Domain.Telemetry;
using SloFunctions.Infrastructure.Prometheus;
using SloFunctions.Testing;

namespace SloFunctions.Infrastructure.Tests.Prometheus;

/// <summary>
/// What we make of histograms and counters at their edges, beside what the server makes of them. None of the expressions is
/// about native histograms: OpenMetrics text cannot carry them, and our services export classic ones.
/// </summary>
public sealed partial class QuantileEdgeTests(QuantileEdges prometheus) : IClassFixture<QuantileEdges>
{
    private const string ReadFromServices = "increase|nosuch";

    public static TheoryData<string> All => [.. QuantileEdges.Expressions.Select(e => e.Expression)];

    public static TheoryData<string> Quantiles => [.. QuantileEdges.Expressions.Select(e => e.Expression).Where(e => Quantile().IsMatch(e))];

    [Fact]
    public void There_are_twenty_one_expressions_and_each_is_compared()
    {
        QuantileEdges.Expressions.Count.ShouldBe(21);
        var left = QuantileEdges.Expressions.Select(e => e.Expression).Where(e => !Quantile().IsMatch(e) && !Regex.IsMatch(e, ReadFromServices, RegexOptions.None, TimeSpan.FromSeconds(1)));
        left.ShouldBe(["histogram_quantile(0.4, sum by (le) (m_bucket))"]);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task The_server_says_what_the_file_says(string expression)
    {
        var (_, minutes, value) = QuantileEdges.Expressions.Single(e => e.Expression == expression);

        (await AskAsync(expression, minutes)).ShouldBe(value);
    }

    [Theory]
    [MemberData(nameof(Quantiles))]
    public async Task Our_quantile_is_that_of_the_server(string expression)
    {
        var match = Quantile().Match(expression);
        double q = double.Parse(match.Groups["q"].Value, CultureInfo.InvariantCulture);

        var theirs = await AskAsync(match.Value, minutes: 10);

        var ours = Ours(match.Groups["metric"].Value, q);
        if (!double.IsFinite(ours)) theirs.ShouldBe(ours);
        else theirs.ShouldNotBeNull().ShouldBe(ours, 1e-12);
    }

    [Fact]
    public async Task Sums_of_different_layouts_are_a_number_to_the_server_and_none_to_us()
    {
        (await AskAsync("histogram_quantile(0.4, sum by (le) (m_bucket))", minutes: 10)).ShouldNotBeNull().ShouldBe(0.41 / 3, 1e-12);

        var tally = new BucketTally();
        foreach (var (bound, count) in QuantileEdges.Buckets("m_bucket"))
        {
            tally.Add(bound, count);
            tally.AddSeries(bound, 1);
        }

        tally.ToHistogram(1000).ShouldBe((null, TelemetryDefects.MixedLayouts));
    }

    [Fact]
    public async Task A_counter_that_restarts_counts_the_same() =>
        (await AskAsync(new CounterIncrease(TimeSpan.FromMinutes(4), [], ["instance"]).Of("c_total"), minutes: 4)).ShouldBe(35);

    [Fact]
    public async Task A_status_born_beside_others_hides_from_the_server_and_not_from_us()
    {
        string failed = PromQl.Select("req_total", PromQl.Is("status", "500"));

        (await AskAsync($"increase({failed}[10m])", minutes: 10)).ShouldBe(0);

        var increase = new CounterIncrease(TimeSpan.FromMinutes(10), [], ["instance"]);
        var counts = await prometheus.Client.QueryAtAsync(increase.Of("req_total", "status"), MetricsText.Origin.AddMinutes(10), CancellationToken.None);
        counts.Select(s => (s.Labels["status"], s.Points[0].Value)).Order().ShouldBe([("200", 990), ("500", 3)]);
    }

    [Fact]
    public async Task Promtool_agrees()
    {
        using var process = Process.Start(new ProcessStartInfo(RepositoryRoot.Combine("tools", "servers", "promtool.sh"), ["test", "rules", QuantileEdges.File])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var errors = process.StandardError.ReadToEndAsync();
        string output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();

        process.ExitCode.ShouldBe(0, output + await errors);
        output.ShouldContain("SUCCESS");
    }

    private static double Ours(string metric, double q)
    {
        var buckets = QuantileEdges.Buckets(metric).OrderBy(b => b.Bound).ToArray();
        // What is no histogram to us has no quantile to the server either.
        return buckets is [_, .., { Bound: double.PositiveInfinity }]
            ? new LatencyHistogram([.. buckets[..^1].Select(b => b.Bound)], [.. buckets.Select(b => b.Count)]).Quantile(q)
            : double.NaN;
    }

    private async Task<double?> AskAsync(string expression, int minutes) =>
        (await prometheus.Client.QueryAtAsync(expression, MetricsText.Origin.AddMinutes(minutes), CancellationToken.None)) is [var only] ? only.Points[0].Value : null;

    [GeneratedRegex(@"histogram_quantile\((?<q>-?[\d.]+), (?<metric>\w+)\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Quantile();
}
