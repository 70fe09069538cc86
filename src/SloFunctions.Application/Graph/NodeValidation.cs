using System.Text.Json;
using SloFunctions.Application.Validation;
using SloFunctions.Domain.Graph;

namespace SloFunctions.Application.Graph;

/// <summary>Checks the services of a submission.</summary>
internal static class NodeValidation
{
    public static List<ServiceRegistration> Check(IReadOnlyList<NodeBody?> nodes, FieldErrors errors)
    {
        var registrations = new List<ServiceRegistration>(nodes.Count);
        var seen = new HashSet<ServiceId>(nodes.Count);
        for (int i = 0; i < nodes.Count && !errors.IsFull; i++)
        {
            string field = $"nodes[{i}]";
            if (nodes[i] is not { } node)
            {
                errors.Add(field, "An object is expected.");
                continue;
            }

            var id = errors.ServiceId(node.ServiceId, $"{field}.service_id");
            if (id != default && !seen.Add(id)) errors.Add($"{field}.service_id", $"The service '{id}' is described twice.");
            registrations.Add(Registration(id, node.Metadata, $"{field}.metadata", errors));
        }

        return registrations;
    }

    private static ServiceRegistration Registration(ServiceId id, JsonElement? metadata, string field, FieldErrors errors)
    {
        if (metadata is not { ValueKind: not JsonValueKind.Null } json) return new ServiceRegistration(id, null, null, null, null);
        if (JsonObjectCheck.Complaint(json) is { } complaint)
        {
            errors.Add(field, complaint);
            return new ServiceRegistration(id, null, null, null, null);
        }

        string? criticality = Text(json, "criticality", field, errors);
        return new ServiceRegistration(
            id,
            criticality is null ? null : errors.OneOf<ServiceCriticality>(criticality, $"{field}.criticality"),
            errors.Text(Text(json, "team", field, errors), $"{field}.team", GraphLimits.Team),
            Tier(json, $"{field}.tier", errors),
            json.GetRawText());
    }

    private static string? Text(JsonElement metadata, string name, string field, FieldErrors errors)
    {
        if (!metadata.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null) return null;
        if (value.ValueKind == JsonValueKind.String) return value.GetString();
        errors.Add($"{field}.{name}", "A text is expected.");
        return null;
    }

    private static int? Tier(JsonElement metadata, string field, FieldErrors errors)
    {
        if (!metadata.TryGetProperty("tier", out var value) || value.ValueKind == JsonValueKind.Null) return null;
        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out int tier) && tier is >= 0 and <= GraphLimits.Tier) return tier;
        errors.Add(field, $"A whole number from 0 to {GraphLimits.Tier} is expected.");
        return null;
    }
}
