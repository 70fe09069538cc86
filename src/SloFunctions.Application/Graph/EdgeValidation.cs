using System.Text.Json;
using SloFunctions.Application.Validation;
using SloFunctions.Domain.Graph;

namespace SloFunctions.Application.Graph;

/// <summary>Checks the dependencies of a submission.</summary>
internal static class EdgeValidation
{
    private static readonly EdgeAttributesBody Defaults = new(null, null, null, null, null);

    public static List<DependencyEdge> Check(IReadOnlyList<EdgeBody?> edges, FieldErrors errors)
    {
        var dependencies = new List<DependencyEdge>(edges.Count);
        var seen = new HashSet<(ServiceId Source, ServiceId Target)>(edges.Count);
        for (int i = 0; i < edges.Count && !errors.IsFull; i++)
        {
            string field = $"edges[{i}]";
            if (edges[i] is not { } edge)
            {
                errors.Add(field, "An object is expected.");
                continue;
            }

            var dependency = Dependency(edge, field, errors);
            dependencies.Add(dependency);
            if (dependency.Source == default || dependency.Target == default) continue;
            if (dependency.Source == dependency.Target) errors.Add($"{field}.target", "A service must not depend on itself.");
            if (!seen.Add((dependency.Source, dependency.Target)))
                errors.Add(field, $"The dependency of '{dependency.Source}' on '{dependency.Target}' is given twice.");
        }

        return dependencies;
    }

    private static DependencyEdge Dependency(EdgeBody edge, string field, FieldErrors errors)
    {
        var attributes = edge.Attributes ?? Defaults;
        string at = $"{field}.attributes";
        if (attributes.CallCount < 0) errors.Add($"{at}.call_count", "0 or more calls are expected.");
        if (attributes.TimeoutMs < 0) errors.Add($"{at}.timeout_ms", "0 or more milliseconds are expected.");
        return new DependencyEdge(
            errors.RegisteredServiceId(edge.Source, $"{field}.source"),
            errors.RegisteredServiceId(edge.Target, $"{field}.target"),
            errors.OneOfOrNone<CommunicationMode>(attributes.CommunicationMode, $"{at}.communication_mode"),
            errors.OneOfOrNone<DependencyCriticality>(attributes.Criticality, $"{at}.criticality"),
            errors.Text(attributes.Protocol, $"{at}.protocol", GraphLimits.Protocol),
            attributes.TimeoutMs,
            RetryConfig(attributes.RetryConfig, $"{at}.retry_config", errors),
            errors.Text(attributes.RedundancyGroup, $"{at}.redundancy_group", GraphLimits.RedundancyGroup),
            attributes.CallCount);
    }

    private static string? RetryConfig(JsonElement? config, string field, FieldErrors errors)
    {
        if (config is not { ValueKind: not JsonValueKind.Null } json) return null;
        if (JsonObjectCheck.Complaint(json) is not { } complaint) return json.GetRawText();
        errors.Add(field, complaint);
        return null;
    }
}
