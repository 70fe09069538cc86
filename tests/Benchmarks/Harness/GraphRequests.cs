using System.Globalization;
using System.Text;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Vocabulary;
using SloFunctions.Testing.Graphs;

namespace SloFunctions.Benchmarks.Harness;

/// <summary>A generated graph as the bodies of requests.</summary>
public static class GraphRequests
{
    private const int MaxBytes = 10 * 1024 * 1024;

    /// <summary>Bodies that together hold the whole graph, each below the size limit.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="prefix">Put before every service id.</param>
    /// <param name="observedAt">When it was seen.</param>
    public static IEnumerable<byte[]> Of(GeneratedGraph graph, string prefix, DateTimeOffset observedAt)
    {
        string head = string.Create(CultureInfo.InvariantCulture, $$"""{"source":"manual","timestamp":"{{observedAt:yyyy-MM-ddTHH:mm:ssZ}}",""");
        var body = new StringBuilder(head).Append("\"nodes\":[").AppendJoin(',', graph.Services.Select((s, i) => Node(prefix + s, i))).Append("],\"edges\":[");
        bool isFirst = true;
        foreach (var edge in graph.Edges)
        {
            string text = Edge(prefix, graph, edge);
            if (body.Length + text.Length + 3 > MaxBytes)
            {
                yield return Encoding.UTF8.GetBytes(body.Append("]}").ToString());
                body.Clear().Append(head).Append("\"edges\":[");
                isFirst = true;
            }

            if (!isFirst) body.Append(',');
            body.Append(text);
            isFirst = false;
        }

        yield return Encoding.UTF8.GetBytes(body.Append("]}").ToString());
    }

    private static string Node(string id, int i) =>
        $$$"""{"service_id":"{{{id}}}","metadata":{"team":"team-{{{i % 200}}}","criticality":"high","tier":{{{i % 4}}},"runtime":"dotnet"}}""";

    private static string Edge(string prefix, GeneratedGraph graph, GeneratedEdge edge)
    {
        string group = edge.Group is null ? "" : $",\"redundancy_group\":\"{edge.Group}\"";
        string attributes =
            $"\"communication_mode\":\"{Term<CommunicationMode>.Name(edge.Mode)}\",\"criticality\":\"{Term<DependencyCriticality>.Name(edge.Criticality)}\","
            + $"\"protocol\":\"grpc\",\"timeout_ms\":500,\"retry_config\":{{\"max_retries\":3}}{group}";
        return $"{{\"source\":\"{prefix}{graph.Services[edge.Source]}\",\"target\":\"{prefix}{graph.Services[edge.Target]}\",\"attributes\":{{{attributes}}}}}";
    }
}
