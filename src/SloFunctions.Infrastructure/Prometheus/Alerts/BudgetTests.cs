using System.Globalization;
using SloFunctions.Application.Alerts;
using SloFunctions.Domain.Alerts;

namespace SloFunctions.Infrastructure.Prometheus.Alerts;

/// <summary>The tests of budgets, of the alerts on them and of missing series.</summary>
internal sealed class BudgetTests(RuleDialect dialect, ObjectiveSeries series, TestWriter writer)
{
    // Counts overlap: what a minute adds is counted in full some minutes later.
    private const int Settling = 7;

    // What is spent of the budget after each step, and the billions of requests in it: of those before the last some are bad, the last
    // are all good. They are the same for all objectives.
    private static readonly (decimal Spent, int Requests)[] Steps = [(0.2m, 1), (0.5m, 1), (0.8m, 1), (0.95m, 1), (0.1m, 34)];

    /// <summary>Writes the tests.</summary>
    public void Write(IReadOnlyList<AlertedObjective> objectives)
    {
        writer.Test("the budget is what the counts leave of it");
        var written = new HashSet<string>(StringComparer.Ordinal);
        foreach (var objective in objectives) WriteBudget(objective, written);
        if (dialect == RuleDialect.Sloth) return;
        writer.Test("missing series are told");
        written.Clear();
        int longest = objectives.Max(AbsentFor);
        foreach (var objective in objectives) WriteAbsence(objective, longest + 2, written);
    }

    private void WriteBudget(AlertedObjective objective, HashSet<string> written)
    {
        var timeline = new RequestTimeline();
        decimal total = 0, bad = 0;
        foreach (var (spent, billions) in Steps)
        {
            decimal requests = billions * 1_000_000_000m;
            decimal more = decimal.Round(spent * objective.Budget * (total + requests)) - bad;
            timeline.Add(1, requests, more).Add(Settling, 0);
            (total, bad) = (total + requests, bad + more);
            Expect(objective, timeline.End, spent, 1 - (bad / total));
        }

        series.Write(objective, timeline, written, writer);
    }

    private void Expect(AlertedObjective objective, int minute, decimal spent, decimal availability)
    {
        string off = string.Create(CultureInfo.InvariantCulture, $"count(abs({DialectTests.Availability(dialect, objective)} - {ObjectiveRules.Number(availability)}) < {(double)objective.Budget * 1e-4:R})");
        writer.Expect(minute, off, 1);
        if (dialect != RuleDialect.Prometheus) return;
        Expect(minute, objective, PrometheusDialect.Critical, spent > 0.9m);
        Expect(minute, objective, PrometheusDialect.Low, spent is > 0.7m and <= 0.9m);
        Expect(minute, objective, PrometheusDialect.SpentInADay, spent > 0.25m);
    }

    private void Expect(int minute, AlertedObjective objective, string alert, bool fires) =>
        writer.ExpectAlert(minute, DialectTests.Firing(dialect, objective, alert), fires);

    private void WriteAbsence(AlertedObjective objective, int begin, HashSet<string> written)
    {
        int minutes = AbsentFor(objective);
        string alert = DialectTests.Firing(dialect, objective, dialect == RuleDialect.Pyrra ? PyrraDialect.Absent : PrometheusDialect.Absent);
        series.WriteLate(objective, begin, written, writer);
        writer.ExpectAlert(minutes - 1, alert, fires: false);
        writer.ExpectAlert(minutes, alert, fires: true);
        writer.ExpectAlert(begin, alert, fires: false);
    }

    private int AbsentFor(AlertedObjective objective) =>
        (int)(dialect == RuleDialect.Pyrra ? PyrraDialect.AbsentFor(objective) : PrometheusDialect.AbsentFor).TotalMinutes;
}
