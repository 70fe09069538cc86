using SloFunctions.Domain.Audit;

namespace SloFunctions.Application.Audit;

/// <summary>A head as it is kept outside of the database.</summary>
/// <param name="Head">The head.</param>
/// <param name="Version">Which version of the anchor this is; opaque.</param>
public sealed record AuditAnchor(ChainHead Head, string Version);
