using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Results;
using SloFunctions.Domain.Telemetry;
using SloFunctions.Domain.Vocabulary;

namespace SloFunctions.Application.Graph;

/// <summary>
/// Puts a discovered graph together from entries that may be anything: keeps those that a submission may hold, by the
/// rules of submissions, and counts the others. One bad entry never costs another.
/// </summary>
/// <param name="source">Who tells.</param>
/// <param name="observedAt">When the source saw it.</param>
public sealed class GraphCollector(DiscoverySource source, DateTimeOffset observedAt)
{
    private readonly Dictionary<ServiceId, ServiceRegistration> nodes = [];
    private readonly Dictionary<(ServiceId Source, ServiceId Target), DependencyEdge> edges = [];
    private readonly SkippedTally skipped = new();

    /// <summary>Takes a service unless it is wrong or was there before.</summary>
    /// <param name="node">The service.</param>
    /// <param name="where">Where it stands, for whoever has to put it right.</param>
    /// <param name="otherwise">The same service with less, to take where more is wrong; null when there is nothing to leave out.</param>
    public void Add(NodeBody node, string where, NodeBody? otherwise = null)
    {
        if (!Check([node], []).TryGet(out var update, out var error))
        {
            Skip(ReasonOf(error), where);
            if (otherwise is null || !Check([otherwise], []).TryGet(out update, out _)) return;
        }

        var registration = update.Nodes[0];
        if (!nodes.TryAdd(registration.Id, registration)) Skip("another service has the same id", where);
    }

    /// <summary>Takes a dependency unless it is wrong or was there before.</summary>
    /// <param name="edge">The dependency.</param>
    /// <param name="where">Where it stands, for whoever has to put it right.</param>
    /// <param name="callCount">Calls that the source has counted; null when it does not count.</param>
    public void Add(EdgeBody edge, string where, long? callCount = null)
    {
        if (!Check([], [edge]).TryGet(out var update, out var error))
        {
            Skip(ReasonOf(error), where);
            return;
        }

        var dependency = update.Edges[0] with { CallCount = callCount };
        if (!edges.TryAdd((dependency.Source, dependency.Target), dependency)) Skip("the dependency is given more than once", where);
    }

    /// <summary>Counts an entry that is passed over.</summary>
    /// <param name="reason">Why; one of few texts.</param>
    /// <param name="where">Where it stands.</param>
    public void Skip(string reason, string where) =>
        // What is kept here is logged.
        skipped.Add(reason, PersonalData.Find(where) is { } kind ? $"a name that looks like {kind}" : where);

    /// <summary>What was taken and what was not.</summary>
    public DiscoveredGraph ToGraph() => new(new GraphUpdate(source, observedAt, [.. nodes.Values], [.. edges.Values]), skipped.ToEntries());

    private Result<GraphUpdate> Check(IReadOnlyList<NodeBody?> node, IReadOnlyList<EdgeBody?> edge) =>
        GraphBodyValidation.Check(new GraphBody(Term<DiscoverySource>.Name(source), null, node, edge), observedAt);

    private static string ReasonOf(Error error)
    {
        // "edges[0].target" is a place in a list of one that the source knows nothing of.
        var (field, message) = (error.Fields[0].Field, error.Fields[0].Message);
        int name = field.IndexOf("].", StringComparison.Ordinal);
        return name < 0 ? message : $"{field[(name + 2)..]}: {message}";
    }
}
