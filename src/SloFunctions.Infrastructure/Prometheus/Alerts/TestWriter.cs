using System.Globalization;
using System.Text;
using static SloFunctions.Infrastructure.Prometheus.Alerts.RuleWriter;

namespace SloFunctions.Infrastructure.Prometheus.Alerts;

/// <summary>Writes the YAML of promtool's tests.</summary>
internal sealed class TestWriter(TextWriter output)
{
    private readonly StringBuilder expectations = new();
    private bool begun;

    /// <summary>Writes what comes before the tests.</summary>
    /// <param name="rulesFile">The file of rules.</param>
    /// <param name="groups">Groups in the order of their evaluation, which promtool leaves to chance; none where a group needs nothing of another.</param>
    public void Begin(string rulesFile, IReadOnlyCollection<string> groups)
    {
        output.Write($"# promtool test rules, beside the file of rules\nrule_files: [{Quote(rulesFile)}]\nevaluation_interval: 1m\n");
        if (groups.Count == 0) return;
        output.Write("group_eval_order:\n");
        foreach (string group in groups) output.Write($"- {Quote(group)}\n");
    }

    /// <summary>Begins a test.</summary>
    public void Test(string name)
    {
        Close();
        output.Write(begun ? "" : "tests:\n");
        output.Write($"- name: {Quote(name)}\n  interval: 1m\n  input_series:\n");
        begun = true;
    }

    /// <summary>Adds a series to the test.</summary>
    public void Series(string series, string values) => output.Write($"  - {{series: {Quote(series)}, values: {Quote(values)}}}\n");

    /// <summary>Expects an expression to have a value, or to be nothing.</summary>
    public void Expect(int minute, string expression, int? value)
    {
        string samples = value is null ? "" : string.Create(CultureInfo.InvariantCulture, $"{{labels: \"{{}}\", value: {value}}}");
        expectations.Append(CultureInfo.InvariantCulture, $"  - {{expr: {Quote(expression)}, eval_time: {minute}m, exp_samples: [{samples}]}}\n");
    }

    /// <summary>Expects one alert to fire, or none.</summary>
    public void ExpectAlert(int minute, string selector, bool fires) => Expect(minute, $"count({selector})", fires ? 1 : null);

    /// <summary>Ends the file.</summary>
    public void End()
    {
        Close();
        if (!begun) output.Write("tests: []\n");
    }

    private void Close()
    {
        if (!begun) return;
        output.Write("  promql_expr_test:\n");
        output.Write(expectations);
        expectations.Clear();
    }
}
