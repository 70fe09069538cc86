using System.Globalization;
using SloFunctions.Domain.Alerts;

namespace SloFunctions.Application.ErrorBudgets;

/// <summary>What objectives are called in metrics and records: as in alerts, and once a service.</summary>
public static class ObjectiveNames
{
    /// <summary>Names objectives. Where a service promises two thresholds of the same percentile, the later ones carry theirs.</summary>
    public static IEnumerable<(string Name, CountedObjective Objective)> Of(IEnumerable<CountedObjective> objectives)
    {
        var known = new HashSet<(string Service, string Name)>();
        foreach (var counted in objectives)
        {
            var objective = counted.Objective;
            string name = new AlertedObjective(objective.Service, objective.Target, objective.ThresholdMs / 1000).Name;
            if (!known.Add((objective.Service.Value, name)))
            {
                name = string.Create(CultureInfo.InvariantCulture, $"{name}-{objective.ThresholdMs}ms");
                known.Add((objective.Service.Value, name));
            }

            yield return (name, counted);
        }
    }
}
