using System.Globalization;
using SloFunctions.Application.Alerts;
using SloFunctions.Domain.Alerts;

namespace SloFunctions.Infrastructure.Prometheus.Alerts;

/// <summary>The tests of budgets, of the alerts on them and of missing series.</summary>
internal sealed class BudgetTests(RuleDialect dialect, ObjectiveSeries series, TestWriter writer)
{
    // Counts overlap: what a minute adds is counted in full some minutes later.
    private const int Settling = 7;
    private const decimal Requests = 1_000_000;

    // What is spent of the budget, step by step; the last step is as many good requests as take it back to a tenth.
    private static readonly decimal[] Spent = [0.2m, 0.5m, 0.8m, 0.95m, 0.1m];

    /// <summary>Writes the tests.</summary>
    public void Write(IReadOnlyList<AlertedObjective> lane)
    {
        writer.Test("the budget is what the counts leave of it");
        foreach (var objective in lane) WriteBudget(objective);
        if (dialect == RuleDialect.Sloth) return;
        writer.Test("missing series are told");
        foreach (var objective in lane) WriteAbsence(objective);
    }

    private void WriteBudget(AlertedObjective objective)
    {
        var timeline = new RequestTimeline();
        decimal total = 0, bad = 0;
        foreach (decimal spent in Spent)
        {
            decimal more = spent * objective.Budget * Requests;
            decimal added = total == 0 ? Requests : more > bad ? 0 : (bad / (spent * objective.Budget)) - total;
            // Without new requests, good ones turn bad; a counter cannot, so that bad ones come on top.
            if (added == 0) (added, more) = Top(total, bad, spent * objective.Budget);
            else more = total == 0 ? more : bad;
            timeline.Add(1, added, more - bad).Add(Settling, 0);
            (total, bad) = (total + added, more);
            Expect(objective, timeline.End, spent);
        }

        series.Write(objective, timeline, writer);
    }

    // Bad requests x with (bad + x) / (total + x) = ratio.
    private static (decimal Added, decimal Bad) Top(decimal total, decimal bad, decimal ratio)
    {
        decimal added = ((ratio * total) - bad) / (1 - ratio);
        return (added, bad + added);
    }

    private void Expect(AlertedObjective objective, int minute, decimal spent)
    {
        decimal availability = 1 - (spent * objective.Budget);
        string off = string.Create(CultureInfo.InvariantCulture, $"count(abs({DialectTests.Availability(dialect, objective)} - {ObjectiveRules.Number(availability)}) < {(double)objective.Budget * 1e-6:R})");
        writer.Expect(minute, off, 1);
        if (dialect != RuleDialect.Prometheus) return;
        Expect(minute, objective, PrometheusDialect.Critical, spent > 0.9m);
        Expect(minute, objective, PrometheusDialect.Low, spent is > 0.7m and <= 0.9m);
        Expect(minute, objective, PrometheusDialect.SpentInADay, spent > 0.25m);
    }

    private void Expect(int minute, AlertedObjective objective, string alert, bool fires) =>
        writer.ExpectAlert(minute, DialectTests.Firing(dialect, objective, alert), fires);

    private void WriteAbsence(AlertedObjective objective)
    {
        bool pyrra = dialect == RuleDialect.Pyrra;
        int minutes = (int)(pyrra ? PyrraDialect.AbsentFor(objective) : PrometheusDialect.AbsentFor).TotalMinutes;
        string alert = DialectTests.Firing(dialect, objective, pyrra ? PyrraDialect.Absent : PrometheusDialect.Absent);
        series.WriteLate(objective, minutes + 2, writer);
        writer.ExpectAlert(minutes - 1, alert, fires: false);
        writer.ExpectAlert(minutes, alert, fires: true);
        writer.ExpectAlert(minutes + 2, alert, fires: false);
    }
}
