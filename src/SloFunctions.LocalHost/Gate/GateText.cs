using System.Globalization;
using SloFunctions.Application.ErrorBudgets.Documents;

namespace SloFunctions.LocalHost.Gate;

/// <summary>What the gate decided, for people to read.</summary>
internal static class GateText
{
    public static IEnumerable<string> Of(DeployGateDocument decided)
    {
        foreach (var service in decided.Services)
        {
            yield return $"{service.ServiceId}: {service.Decision}";
            foreach (var reason in service.Reasons ?? []) yield return $"  {reason.Code}: {reason.Message}";
        }

        string until = decided.MeasuredUntil is { } time ? time.UtcDateTime.ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture) : "never";
        yield return $"{decided.Decision} (measured until {until}{(decided.Stale ? ", stale" : "")})";
    }
}
