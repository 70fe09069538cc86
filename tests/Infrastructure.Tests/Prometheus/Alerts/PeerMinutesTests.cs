using System.Globalization;
using System.Text;
using SloFunctions.Application.Alerts;
using SloFunctions.Domain.Alerts;
using SloFunctions.Domain.Graph;
using SloFunctions.Infrastructure.Prometheus;
using SloFunctions.Testing;

namespace SloFunctions.Infrastructure.Tests.Prometheus.Alerts;

/// <summary>Our rules beside those that Sloth and Pyrra generated for the same SLO, fed with the same incidents.</summary>
public sealed class PeerMinutesTests : IDisposable
{
    private const string Metric = "http_request_duration_seconds_count";

    // promtool leaves the order of groups to chance, and alerts need the recordings of the same minute.
    private const string Order = """["sloth-slo-sli-recordings-svc01-slo1", "sloth-slo-sli-recordings-myservice-availability", "sloth-slo-alerts-svc01-slo1", "sloth-slo-alerts-myservice-availability"]""";

    private readonly RuleFolder folder = new();

    // Minutes between evaluations, steady minutes before, minutes of the incident and after, share of bad requests, first page and ticket.
    public static TheoryData<int, int, int, int, string> Incidents => new()
    {
        { 1, 370, 10, 40, "1" },
        { 1, 370, 120, 60, "0.02" },
        { 5, 4330, 1440, 600, "0.0065" },
        { 5, 4330, 1800, 300, "0.0025" },
    };

    [SharedDataTheory]
    [MemberData(nameof(Incidents))]
    public async Task Our_rules_by_Sloths_names_fire_when_Sloths_own_do(int step, int before, int during, int after, string ratio)
    {
        WriteRules(RuleDialect.Sloth, "sloth-out-base-28d.yaml");
        static string Same(string severity) => Equal(
            $"ALERTS{{alertname=\"myServiceAlert\",alertstate=\"firing\",sloth_severity=\"{severity}\",sloth_id=\"svc01-slo1\"}}",
            $"ALERTS{{alertname=\"SloErrorBudgetBurn\",alertstate=\"firing\",sloth_severity=\"{severity}\"}}");
        WriteTests(step, before, during, after, ratio, [Same("page"), Same("ticket")]);

        await folder.ShouldPassAsync();
    }

    [SharedDataTheory]
    [MemberData(nameof(Incidents))]
    public async Task Our_rules_by_Pyrras_names_fire_when_Pyrras_own_do(int step, int before, int during, int after, string ratio)
    {
        WriteRules(RuleDialect.Pyrra, "pyrra-28d.rules.yml");
        static string Same(string window) => Equal(
            $"ALERTS{{alertname=\"ErrorBudgetBurn\",alertstate=\"firing\",long=\"{window}\",slo=\"myservice-requests-availability\"}}",
            $"ALERTS{{alertname=\"ErrorBudgetBurn\",alertstate=\"firing\",long=\"{window}\",slo=\"myservice-availability\"}}");
        WriteTests(step, before, during, after, ratio, [Same("1h"), Same("6h"), Same("1d"), Same("4d")]);

        await folder.ShouldPassAsync();
    }

    public void Dispose() => folder.Dispose();

    private static string Equal(string theirs, string ours) => $"(count({theirs}) or vector(0)) == bool (count({ours}) or vector(0))";

    private void WriteRules(RuleDialect dialect, string peer)
    {
        var options = new PrometheusOptions { RequestsMetric = Metric, ServiceLabel = "job", StatusLabel = "code", FailurePattern = "(5..|429)", ReplicaLabels = "" };
        folder.Write("ours.yml", RuleFolder.Rules(options, dialect, new AlertedObjective(ServiceId.Of("myservice"), 0.999)));
        // The second SLO of the file has alerts of its own and is of no interest.
        folder.Write("theirs.yml", File.ReadAllText(Path.Combine(SharedData.Path!, "alerts", peer)));
    }

    private void WriteTests(int step, int before, int during, int after, string ratio, string[] same)
    {
        // Three days of requests come in the first minute where the steps are too fine for three days.
        decimal past = step == 1 ? 4_000_000 : 0;
        decimal bad = 1000 * step * decimal.Parse(ratio, CultureInfo.InvariantCulture);
        int steps = (before + during + after) / step;
        decimal goodSum = 0, badSum = 0;
        var good = new StringBuilder("0");
        var failed = new StringBuilder("0");
        for (int i = 1; i <= steps; i++)
        {
            bool incident = i * step > before && i * step <= before + during;
            goodSum += (1000 * step) + (i == 1 ? past : 0) - (incident ? bad : 0);
            badSum += incident ? bad : 0;
            good.Append(CultureInfo.InvariantCulture, $" {goodSum}");
            failed.Append(CultureInfo.InvariantCulture, $" {badSum}");
        }

        var tests = new StringBuilder();
        tests.Append(CultureInfo.InvariantCulture, $"rule_files: [ours.yml, theirs.yml]\nevaluation_interval: {step}m\ngroup_eval_order: {Order}\ntests:\n- interval: {step}m\n  input_series:\n");
        tests.Append(CultureInfo.InvariantCulture, $"  - {{series: '{Metric}{{job=\"myservice\",code=\"200\"}}', values: '{good}'}}\n");
        tests.Append(CultureInfo.InvariantCulture, $"  - {{series: '{Metric}{{job=\"myservice\",code=\"500\"}}', values: '{failed}'}}\n  promql_expr_test:\n");
        for (int minute = before; minute < before + during + after; minute += step)
            foreach (string expression in same)
                tests.Append(CultureInfo.InvariantCulture, $"  - {{expr: '{expression}', eval_time: {minute}m, exp_samples: [{{labels: '{{}}', value: 1}}]}}\n");
        folder.Write("tests.yml", tests.ToString());
    }
}
