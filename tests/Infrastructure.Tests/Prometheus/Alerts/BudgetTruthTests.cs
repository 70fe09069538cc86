using System.Globalization;
using SloFunctions.Application.Alerts;
using SloFunctions.Domain.Alerts;
using SloFunctions.Domain.Graph;

namespace SloFunctions.Infrastructure.Tests.Prometheus.Alerts;

/// <summary>
/// What is left of a budget of 0.1 %, where peak hours have a hundred times the traffic of the night. Thirty days are compressed to
/// thirty cycles of 36 busy and 36 quiet minutes: only counts matter.
/// </summary>
public sealed class BudgetTruthTests : IDisposable
{
    private const int Cycles = 30;
    private const int Half = 36;
    private const int Outage = 3;

    private readonly RuleFolder folder = new();

    [Theory]
    [InlineData(2000, "-1.750275")]
    [InlineData(20, "0.972497")]
    [InlineData(0, "1")]
    public async Task What_is_left_is_what_the_counts_say(int failing, string left)
    {
        folder.Write("rules.yml", RuleFolder.Rules(RuleDialect.Prometheus, new AlertedObjective(ServiceId.Of("checkout-service"), 0.999)));
        // Without a failure there is no series of failures; the end is a night without any request.
        var cycles = Enumerable.Range(0, Cycles).SelectMany(_ => Enumerable.Repeat(2000, Half).Concat(Enumerable.Repeat(20, Half))).Concat(Enumerable.Repeat(0, 400)).ToArray();
        int outage = Array.IndexOf(cycles, failing, 10 * 2 * Half);
        var good = cycles.Select((n, i) => failing > 0 && i >= outage && i < outage + Outage ? 0 : n);
        var bad = cycles.Select((n, i) => failing > 0 && i >= outage && i < outage + Outage ? n : 0);
        string series = $"  - {{series: 'http_requests_total{{service=\"checkout-service\",status=\"200\"}}', values: '{Counter(good)}'}}\n"
            + (failing > 0 ? $"  - {{series: 'http_requests_total{{service=\"checkout-service\",status=\"503\"}}', values: '{Counter(bad)}'}}\n" : "");
        const string remaining = "slo:period_error_budget_remaining:ratio{service=\"checkout-service\"}";
        string tolerance = (Math.Abs(decimal.Parse(left, CultureInfo.InvariantCulture)) * 1e-4m).ToString(CultureInfo.InvariantCulture);
        string expectations = string.Concat(
            Expect($"count(abs({remaining} - ({left})) <= {tolerance})", 2170, "{labels: '{}', value: 1}"),
            Expect($"count(abs({remaining} - ({left})) <= {tolerance})", 2550, "{labels: '{}', value: 1}"));
        string[] recorded = ["slo:sli_error:ratio_rate5m", "slo:sli_error:ratio_rate1h", "slo:sli_error:ratio_rate4w", "slo:current_burn_rate:ratio", "slo:period_burn_rate:ratio", remaining, "pyrra_availability", "slo:checkout_service:availability:burn_rate_1h", "slo:errors:increase5m"];
        string finite = string.Concat(recorded.SelectMany(r => new[] { 30, 500, 2170, 2550 }.Select(m => Expect($"count({r} != {r})", m, ""))));
        folder.Write("tests.yml", $"rule_files: [rules.yml]\nevaluation_interval: 1m\ntests:\n- interval: 1m\n  input_series:\n{series}  promql_expr_test:\n{expectations}{finite}");

        await folder.ShouldPassAsync();
    }

    [Fact]
    public async Task A_failure_that_is_the_first_of_its_kind_is_counted()
    {
        folder.Write("rules.yml", RuleFolder.Rules(RuleDialect.Prometheus, new AlertedObjective(ServiceId.Of("checkout-service"), 0.9)));
        const string instance = "service=\"checkout-service\",instance=\"a\"";
        folder.Write("tests.yml", $$"""
            rule_files: [rules.yml]
            evaluation_interval: 1m
            tests:
            - interval: 1m
              input_series:
              - {series: 'http_requests_total{{{instance}},status="200"}', values: '0+10x10 100x30'}
              - {series: 'http_requests_total{{{instance}},status="503"}', values: '_x20 25x20'}
              - {series: 'http_requests_total{service="checkout-service",instance="new",status="503"}', values: '_x20 1000000x20'}
              promql_expr_test:
              - {expr: 'count(abs(slo:sli_error:ratio_rate4w - 0.2) < 1e-9)', eval_time: 35m, exp_samples: [{labels: '{}', value: 1}]}
            """);

        await folder.ShouldPassAsync();
    }

    public void Dispose() => folder.Dispose();

    private static string Expect(string expression, int minute, string samples) =>
        string.Create(CultureInfo.InvariantCulture, $"  - {{expr: '{expression}', eval_time: {minute}m, exp_samples: [{samples}]}}\n");

    private static string Counter(IEnumerable<int> added)
    {
        int sum = 0;
        return "0 " + string.Join(' ', added.Select(a => (sum += a).ToString(CultureInfo.InvariantCulture)));
    }
}
