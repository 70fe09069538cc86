using SloFunctions.Application.Access;
using SloFunctions.Application.Validation;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Results;

namespace SloFunctions.Application.Graph;

/// <summary>
/// Holds submissions of service owners to what is theirs: they describe their own teams' services, and say what those depend
/// on. A service that nobody has described yet becomes theirs by describing it with their team.
/// </summary>
internal static class GraphOwnership
{
    private const string NotYours = "This service does not belong to your team.";

    public static async Task<Error?> CheckAsync(IServiceOwners known, GraphUpdate update, Caller caller, CancellationToken cancellation)
    {
        if (caller.Has(Role.SreAdmin)) return null;
        ServiceId[] concerned = [.. update.Nodes.Where(n => n.MetadataJson is not null).Select(n => n.Id).Concat(update.Edges.Select(e => e.Source)).Distinct()];
        var owners = await known.FindOwnersAsync(concerned, cancellation);
        var claimed = new Dictionary<ServiceId, string?>();
        var errors = new FieldErrors(GraphLimits.ReportedErrors);
        for (int i = 0; i < update.Nodes.Count; i++)
        {
            var node = update.Nodes[i];
            if (node.MetadataJson is null) continue;
            string? team = owners.GetValueOrDefault(node.Id) is { } owner && !(owner is { Team: null, IsDiscovered: true }) ? owner.Team : node.Team;
            claimed[node.Id] = team;
            if (!caller.ActsFor(team)) errors.Add($"nodes[{i}].service_id", NotYours);
            else if (node.Team is { } wanted && !caller.ActsFor(wanted)) errors.Add($"nodes[{i}].metadata.team", "A service cannot be handed to a team that is not yours.");
        }

        for (int i = 0; i < update.Edges.Count; i++)
        {
            var source = update.Edges[i].Source;
            if (!caller.ActsFor(claimed.GetValueOrDefault(source) ?? owners.GetValueOrDefault(source)?.Team)) errors.Add($"edges[{i}].source", NotYours);
        }

        return errors.IsEmpty ? null : Error.Forbidden("not-your-service", "Not Your Service", "Some of the services belong to other teams; nothing was stored.", errors.ToError().Fields);
    }
}
