using SloFunctions.Domain.Results;

namespace SloFunctions.Application.BulkRuns;

/// <summary>What became of the wish for a bulk run.</summary>
/// <param name="Answer">The run that was accepted, or why there is none.</param>
/// <param name="RunId">The run that was accepted, or the one that is active already; null for neither.</param>
public sealed record BulkStart(Result<BulkRunDocument> Answer, Guid? RunId);
