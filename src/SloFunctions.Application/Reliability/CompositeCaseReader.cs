using System.Globalization;
using System.Text.Json;
using SloFunctions.Application.Validation;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Reliability;

namespace SloFunctions.Application.Reliability;

/// <summary>Reads one case, naming every field that is wrong.</summary>
internal sealed class CompositeCaseReader(string name, FieldErrors errors)
{
    private readonly Dictionary<string, int> places = [];
    private readonly List<double> own = [];
    private readonly List<(int Caller, int Callee)> hard = [];
    private readonly List<NetworkGroup> groups = [];

    /// <summary>The case; null when something is wrong.</summary>
    public CompositeCase? Read(JsonElement item)
    {
        if (item.ValueKind != JsonValueKind.Object)
        {
            errors.Add(name.Length == 0 ? "file" : name, "An object with nodes, hard and target is expected.");
            return null;
        }

        var complaints = errors.Count;
        foreach (var (node, path) in List(item, "nodes", isRequired: true)) ReadNode(node, path);
        foreach (var (edge, path) in List(item, "hard")) ReadEdge(edge, path);
        foreach (var (group, path) in List(item, "redundancy_groups")) ReadGroup(group, path);
        int[] targets = [.. Targets(item)];
        return errors.Count > complaints ? null : new CompositeCase(name, [.. places.Keys], own, hard, groups, targets);
    }

    private void ReadNode(JsonElement node, string path)
    {
        if (!IsObject(node, path, "an id and an availability")) return;
        string? id = node.TryGetProperty("id", out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;
        errors.AddIf($"{path}.id", ServiceId.Complaint(id));
        if (id is not null && !places.TryAdd(id, places.Count)) errors.Add($"{path}.id", $"The service '{id}' is given twice.");
        own.Add(Availability(node, $"{path}.availability"));
    }

    private double Availability(JsonElement node, string path)
    {
        if (!node.TryGetProperty("availability", out var value)) errors.Add(path, "An availability is required.");
        else if (value.ValueKind != JsonValueKind.Number || !value.TryGetDouble(out double ratio) || ratio is not (>= 0 and <= 1))
            errors.Add(path, $"A number from 0 to 1 is expected; this is {Shown(value)}.");
        else return ratio;
        return 0;
    }

    private void ReadEdge(JsonElement edge, string path)
    {
        var (from, to) = edge.ValueKind switch
        {
            JsonValueKind.Array when edge.GetArrayLength() == 2 => (Known(edge[0], $"{path}[0]"), Known(edge[1], $"{path}[1]")),
            JsonValueKind.Object => (Known(edge, "source", path), Known(edge, "target", path)),
            _ => (null, null),
        };
        if (edge.ValueKind is not JsonValueKind.Object && (edge.ValueKind is not JsonValueKind.Array || edge.GetArrayLength() != 2))
            errors.Add(path, "A pair of caller and callee is expected.");
        if (from is null || to is null) return;
        if (from == to) errors.Add(path, "A service cannot depend on itself.");
        hard.Add((from.Value, to.Value));
    }

    private void ReadGroup(JsonElement group, string path)
    {
        if (!IsObject(group, path, "a source and any_of")) return;
        int? source = Known(group, "source", path);
        int?[] members = [.. List(group, "any_of", isRequired: true, path).Select(m => Known(m.Item, m.Path))];
        if (group.TryGetProperty("any_of", out var any) && any.ValueKind == JsonValueKind.Array && members.Length == 0)
            errors.Add($"{path}.any_of", "At least one alternative is required.");
        foreach (var (i, member) in members.Index())
        {
            if (member is not null && member == source) errors.Add($"{path}.any_of[{i}]", "A service cannot be its own alternative.");
        }

        if (source is { } known && members.All(m => m is not null)) groups.Add(new NetworkGroup(known, [.. members.OfType<int>()]));
    }

    private IEnumerable<int> Targets(JsonElement item)
    {
        if (item.TryGetProperty("targets", out _))
        {
            int?[] several = [.. List(item, "targets").Select(t => Known(t.Item, t.Path))];
            if (several.Length == 0) errors.Add(Path("targets"), "At least one service is required.");
            return several.OfType<int>();
        }

        return Known(item, "target", name) is { } one ? [one] : [];
    }

    private IEnumerable<(JsonElement Item, string Path)> List(JsonElement owner, string field, bool isRequired = false, string? ownerPath = null)
    {
        string path = Path(field, ownerPath ?? name);
        bool exists = owner.TryGetProperty(field, out var list) && list.ValueKind != JsonValueKind.Null;
        if (exists && list.ValueKind == JsonValueKind.Array) return list.EnumerateArray().Select((item, i) => (item, $"{path}[{i}]"));
        if (exists || isRequired) errors.Add(path, exists ? $"A list is expected; this is {Shown(list)}." : "A list is required.");
        return [];
    }

    private int? Known(JsonElement owner, string field, string ownerPath)
    {
        if (owner.TryGetProperty(field, out var id)) return Known(id, Path(field, ownerPath));
        errors.Add(Path(field, ownerPath), "The id of a service is required.");
        return null;
    }

    private int? Known(JsonElement id, string path)
    {
        if (id.ValueKind == JsonValueKind.String && places.TryGetValue(id.GetString()!, out int place)) return place;
        errors.Add(path, id.ValueKind == JsonValueKind.String ? $"There is no node {Shown(id)}." : $"The id of a service is expected; this is {Shown(id)}.");
        return null;
    }

    private bool IsObject(JsonElement item, string path, string content)
    {
        if (item.ValueKind == JsonValueKind.Object) return true;
        errors.Add(path, $"An object with {content} is expected; this is {Shown(item)}.");
        return false;
    }

    private string Path(string field, string? owner = null) => (owner ?? name) is { Length: > 0 } path ? $"{path}.{field}" : field;

    // As written, but nothing that could steer a terminal, and not at length.
    private static string Shown(JsonElement value)
    {
        const int Longest = 60;
        string text = JsonSyntax.Printable(value.GetRawText());
        return text.Length <= Longest ? text : string.Create(CultureInfo.InvariantCulture, $"{text.AsSpan(0, Longest)}…");
    }
}
