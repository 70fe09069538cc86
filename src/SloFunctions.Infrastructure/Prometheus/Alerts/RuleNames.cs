using System.Security.Cryptography;
using System.Text;
using SloFunctions.Domain.Alerts;

namespace SloFunctions.Infrastructure.Prometheus.Alerts;

/// <summary>
/// Names for objectives that Prometheus accepts. They depend on the objective alone, not on what else is exported, and differ
/// between objectives: a service id of letters, digits and hyphens keeps its form; any other adds a digest of itself, behind a
/// separator that the first kind never has.
/// </summary>
internal sealed class RuleNames
{
    private const int LongestPart = 255;

    public RuleNames(AlertedObjective objective)
    {
        string service = objective.Service.Value;
        bool kept = service.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');
        string digest = kept ? "" : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(service)).AsSpan(0, 6));
        string plain = Replace(service, '-');
        Id = $"{service}-{objective.Name}";
        Group = $"{plain}{(kept ? "" : ".")}{digest}-{objective.Name}";
        Metric = $"slo:{Replace(service, '_')}{(kept ? "" : ":")}{digest}:{Replace(objective.Name, '_')}";
    }

    /// <summary>The objective among those of all services, with the service's true name.</summary>
    public string Id { get; }

    /// <summary>The end of a group's name: letters, digits, hyphens and a dot.</summary>
    public string Group { get; }

    /// <summary>The beginning of a metric's name, such as <c>slo:checkout_service:availability</c>.</summary>
    public string Metric { get; }

    private static string Replace(string text, char other)
    {
        var name = new StringBuilder(Math.Min(text.Length, LongestPart));
        foreach (char c in text.AsSpan(0, Math.Min(text.Length, LongestPart))) name.Append(char.IsAsciiLetterOrDigit(c) ? c : other);
        return name.ToString();
    }
}
