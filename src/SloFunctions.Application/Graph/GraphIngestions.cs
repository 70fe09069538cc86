using System.Globalization;
using SloFunctions.Application.Orchestrations;

namespace SloFunctions.Application.Graph;

/// <summary>The orchestrations that store large submissions, each under the submission's id.</summary>
internal static class GraphIngestions
{
    public static Task<bool> StartAsync(IOrchestrations orchestrations, Guid ingestionId, CancellationToken cancellation) =>
        orchestrations.TryStartAsync(GraphIngestionInput.Orchestrator, InstanceId(ingestionId), new GraphIngestionInput(ingestionId), cancellation);

    public static Task<OrchestrationState?> FindAsync(IOrchestrations orchestrations, Guid ingestionId, CancellationToken cancellation) =>
        orchestrations.FindAsync(InstanceId(ingestionId), cancellation);

    private static string InstanceId(Guid ingestionId) => ingestionId.ToString("D", CultureInfo.InvariantCulture);
}
