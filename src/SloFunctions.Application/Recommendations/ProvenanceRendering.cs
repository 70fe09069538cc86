using System.Security.Cryptography;
using System.Text;
using SloFunctions.Application.Recommendations.Documents;
using SloFunctions.Domain.Prediction;

namespace SloFunctions.Application.Recommendations;

/// <summary>Publishes what a recommendation was computed from.</summary>
internal static class ProvenanceRendering
{
    private const int SeedBytes = 8;

    public static ProvenanceDocument Render(RecommendationEvidence evidence, FleetPrior prior) => new(
        evidence.EngineVersion,
        evidence.LookbackDays,
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(evidence.Seed)).AsSpan(0, SeedBytes)),
        evidence.SnapshotId,
        evidence.FleetEvidenceId,
        prior.Services,
        prior.Incidents);
}
