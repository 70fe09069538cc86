using SloFunctions.Application.Alerts;
using SloFunctions.Domain.Alerts;
using SloFunctions.Domain.Graph;
using SloFunctions.Infrastructure.Prometheus;

namespace SloFunctions.Infrastructure.Tests.Prometheus.Alerts;

/// <summary>Rule files against promtool, with the tests that they carry.</summary>
public sealed class ExportedRulesTests : IDisposable
{
    private static readonly ServiceId Checkout = ServiceId.Of("checkout-service");

    private readonly RuleFolder folder = new();

    public static TheoryData<RuleDialect, double, double?> Objectives
    {
        get
        {
            var data = new TheoryData<RuleDialect, double, double?>();
            foreach (double target in new[] { 0.9, 0.95, 0.99, 0.999, 0.9999, 0.99999 }) data.Add(RuleDialect.Prometheus, target, null);
            data.Add(RuleDialect.Prometheus, 0.99, 1);
            data.Add(RuleDialect.Prometheus, 0.95, 0.25);
            data.Add(RuleDialect.Prometheus, 0.999, 0.00005);
            data.Add(RuleDialect.Pyrra, 0.95, null);
            data.Add(RuleDialect.Pyrra, 0.99999, null);
            data.Add(RuleDialect.Pyrra, 0.999, 2.5);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Objectives))]
    public async Task A_file_passes_its_own_tests(RuleDialect dialect, double target, double? threshold)
    {
        var objective = new AlertedObjective(Checkout, target, threshold);
        await WriteAsync(new PrometheusOptions(), dialect, objective);

        await folder.ShouldPassAsync();
    }

    [Fact]
    public async Task A_file_of_Sloths_names_passes_its_own_tests()
    {
        await WriteAsync(new PrometheusOptions(), RuleDialect.Sloth, new AlertedObjective(Checkout, 0.999));

        await folder.ShouldPassAsync();
    }

    [Theory]
    [InlineData("13.44 *", "16.2 *")]
    [InlineData("13.44 *", "11.2 *")]
    [InlineData("(5.6 *", "(6.3 *")]
    [InlineData("(2.8 *", "(2.5 *")]
    [InlineData("(0.9333333333333333 *", "(0.98 *")]
    [InlineData("ratio_rate5m{sloth_id=\"checkout-service-availability\"} >", "ratio_rate1h{sloth_id=\"checkout-service-availability\"} >")]
    [InlineData("< 0.1", "< 0.04")]
    [InlineData("> 0.25", "> 0.6")]
    [InlineData("for: 10m", "for: 11m")]
    [InlineData("status=~\"5..\"", "status=~\"4..\"")]
    public async Task Rules_that_were_changed_fail_the_tests(string text, string changed)
    {
        var objective = new AlertedObjective(Checkout, 0.999);
        string rules = RuleFolder.Rules(RuleDialect.Prometheus, objective);
        rules.ShouldContain(text);
        folder.Write("rules.yml", rules.Replace(text, changed, StringComparison.Ordinal));
        folder.Write("tests.yml", RuleFolder.Tests(RuleDialect.Prometheus, objective));

        var (exitCode, said) = await folder.RunAsync("test", "rules", "tests.yml");

        exitCode.ShouldBe(1);
        said.ShouldContain("FAILED");
    }

    [Theory]
    [InlineData(RuleDialect.Prometheus)]
    [InlineData(RuleDialect.Sloth)]
    [InlineData(RuleDialect.Pyrra)]
    public async Task Any_name_of_a_service_makes_valid_rules_of_its_own(RuleDialect dialect)
    {
        var objectives = HostileNames.All.Select(n => new AlertedObjective(ServiceId.Of(n), 0.99) { Team = "{{ .Team }}\n\"'", Runbooks = new("https://example.com/{{ x }}/{service}") }).ToArray();
        string rules = RuleFolder.Rules(dialect, objectives);
        folder.Write("rules.yml", rules);

        var (exitCode, said) = await folder.RunAsync("check", "rules", "--lint-fatal", "rules.yml");

        exitCode.ShouldBe(0, said);
        string[] groups = [.. rules.Split('\n').Where(l => l.StartsWith("- name: ", StringComparison.Ordinal))];
        groups.ShouldBeUnique();
        string[] burnRates = [.. rules.Split('\n').Where(l => l.EndsWith(":burn_rate_1h", StringComparison.Ordinal))];
        burnRates.ShouldBeUnique();
        if (dialect == RuleDialect.Prometheus) burnRates.Length.ShouldBe(objectives.Length);
    }

    [Fact]
    public async Task Rules_of_services_with_strange_names_pass_their_tests()
    {
        var options = new PrometheusOptions { ReplicaLabels = "", StatusLabel = "grpc_code", FailurePattern = "(ERROR|14)", ServiceLabel = "job" };
        await WriteAsync(options, RuleDialect.Pyrra, [.. HostileNames.All.Take(3).Select(n => new AlertedObjective(ServiceId.Of(n), 0.999))]);

        await folder.ShouldPassAsync();
    }

    [Fact]
    public void A_name_is_the_same_whatever_else_is_exported()
    {
        var objectives = HostileNames.All.Select(n => new AlertedObjective(ServiceId.Of(n), 0.99)).ToArray();
        string all = RuleFolder.Rules(RuleDialect.Prometheus, objectives);

        foreach (var objective in objectives)
            foreach (string line in RuleFolder.Rules(RuleDialect.Prometheus, objective).Split('\n').Where(l => l.Contains("record: ", StringComparison.Ordinal)))
                all.ShouldContain(line);
    }

    [Fact]
    public void A_tier_that_cannot_fire_is_left_out_and_said()
    {
        string rules = RuleFolder.Rules(RuleDialect.Prometheus, new AlertedObjective(Checkout, 0.9));

        rules.ShouldStartWith("# checkout-service: No tier page-fast for availability: at a target of 90 % it would fire above 134.4 % bad requests, which there cannot be.\n");
        rules.ShouldNotContain("13.44");
        rules.ShouldContain("tier: \"page-slow\"");
    }

    [Fact]
    public void A_threshold_between_boundaries_has_no_rules_and_says_why()
    {
        string rules = RuleFolder.Rules(RuleDialect.Sloth, new AlertedObjective(Checkout, 0.99, 0.3) { ThresholdIsBoundary = false });

        rules.ShouldBe("# checkout-service: No alerts for latency-p99: the histogram of the service has no boundary at 0.3 s, so that nobody can count the requests within it.\ngroups: []\n");
    }

    [Theory]
    [InlineData(RuleDialect.Prometheus)]
    [InlineData(RuleDialect.Sloth)]
    [InlineData(RuleDialect.Pyrra)]
    public async Task No_objectives_are_an_empty_file(RuleDialect dialect)
    {
        await WriteAsync(new PrometheusOptions(), dialect);

        await folder.ShouldPassAsync();
    }

    [Fact]
    public async Task Many_objectives_are_tested_for_their_first_page()
    {
        AlertedObjective[] objectives = [.. Enumerable.Range(0, 30).Select(i => new AlertedObjective(ServiceId.Of($"service-{i}"), 0.999))];
        await WriteAsync(new PrometheusOptions(), RuleDialect.Prometheus, objectives);

        await folder.ShouldPassAsync();
        RuleFolder.Tests(RuleDialect.Prometheus, objectives).Split('\n').Count(l => l.StartsWith("- name: ", StringComparison.Ordinal)).ShouldBe(1);
    }

    public void Dispose() => folder.Dispose();

    private async Task WriteAsync(PrometheusOptions options, RuleDialect dialect, params AlertedObjective[] objectives)
    {
        folder.Write("rules.yml", RuleFolder.Rules(options, dialect, objectives));
        folder.Write("tests.yml", RuleFolder.Tests(options, dialect, objectives));
        var (exitCode, said) = await folder.RunAsync("check", "rules", "rules.yml");
        exitCode.ShouldBe(0, said);
    }
}
