using SloFunctions.Domain.Graph;

namespace SloFunctions.Domain.Tests.Graph;

/// <summary>Small graphs in few words.</summary>
internal static class Graphs
{
    /// <summary>Hard synchronous dependencies such as <c>a-b</c>; <c>a~b</c> is asynchronous.</summary>
    public static ServiceGraph Of(params string[] dependencies)
    {
        var ends = dependencies.Select(d => (Names: d.Split('-', '~'), Mode: d.Contains('~', StringComparison.Ordinal) ? CommunicationMode.Async : CommunicationMode.Sync)).ToList();
        string[] names = [.. ends.SelectMany(e => e.Names).Distinct().Order(StringComparer.Ordinal)];
        return new ServiceGraph(
            [.. names.Select(n => new GraphService(ServiceId.Of(n), ServiceType.Internal, null))],
            [.. ends.Where(e => e.Names.Length == 2).Select(e => new GraphDependency(
                Array.IndexOf(names, e.Names[0]), Array.IndexOf(names, e.Names[1]), e.Mode, DependencyCriticality.Hard, null, null))]);
    }
}
