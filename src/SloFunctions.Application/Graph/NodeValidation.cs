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

            var id = errors.RegisteredServiceId(node.ServiceId, $"{field}.service_id");
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

        return new ServiceRegistration(
            id,
            Term<ServiceCriticality>(json, "criticality", field, errors),
            errors.Text(Text(json, "team", field, errors), $"{field}.team", GraphLimits.Team),
            Tier(json, $"{field}.tier", errors),
            json.GetRawText(),
            Term<ServiceType>(json, "service_type", field, errors),
            PublishedSla(json, $"{field}.published_sla", errors));
    }

    private static TEnum? Term<TEnum>(JsonElement metadata, string name, string field, FieldErrors errors)
        where TEnum : struct, Enum =>
        Text(metadata, name, field, errors) is { } text ? errors.OneOf<TEnum>(text, $"{field}.{name}") : null;

    private static double? PublishedSla(JsonElement metadata, string field, FieldErrors errors)
    {
        if (!metadata.TryGetProperty("published_sla", out var value) || value.ValueKind == JsonValueKind.Null) return null;
        if (value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out double percent) && percent is >= GraphLimits.LeastSla and <= 100) return percent;
        errors.Add(field, "A percentage above 0 and up to 100 is expected.");
        return null;
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
