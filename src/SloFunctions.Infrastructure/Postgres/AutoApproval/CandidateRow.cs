using Npgsql;
using SloFunctions.Application.AutoApproval;
using SloFunctions.Application.Publishing;
using SloFunctions.Domain.AutoApproval;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Recommendations;
using SloFunctions.Domain.Vocabulary;

namespace SloFunctions.Infrastructure.Postgres.AutoApproval;

/// <summary>The columns of a stored recommendation that rules look at.</summary>
internal static class CandidateRow
{
    public static StoredCandidate Read(NpgsqlDataReader row)
    {
        var sliType = Term<SliType>.Of(row.GetString(3));
        bool isAvailability = sliType == SliType.Availability;
        double? target = row.Nullable<double?>(11);
        var proposal = isAvailability
            ? new ProposedTarget(target is { } percentage ? Percent.ToRatio(percentage) : null, null, row.Nullable<double?>(14), row.Nullable<bool?>(15))
            : new ProposedTarget(row.Nullable<double?>(12), LatencyPercentile.Of(row.Nullable<string>(13)), row.Nullable<double?>(14), ExceedsCompositeBound: false);
        var candidate = new ApprovalCandidate(
            sliType,
            proposal,
            row.GetBoolean(5),
            row.Nullable<bool?>(6),
            row.Nullable<double?>(7),
            row.Nullable<bool?>(8),
            isAvailability ? row.Nullable<double?>(9) / 100 : null,
            row.Nullable<double?>(10));
        return new StoredCandidate(ServiceId.Of(row.GetString(0)), row.GetGuid(1), row.GetGuid(2), row.GetFieldValue<DateTimeOffset>(4), candidate);
    }
}
