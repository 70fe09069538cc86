namespace SloFunctions.Application.Audit.Documents;

/// <summary>A place where an audit log is not as it was written.</summary>
/// <param name="Log"><c>slo_audit_log</c>, the log of targets, or <c>admin_audit_log</c>, the log of what is set up.</param>
/// <param name="ServiceId">The service; null for the log of what is set up, or when it is not registered any more.</param>
/// <param name="ChainId">The chain's id in the database: the service's, or all zeros for the log of what is set up.</param>
/// <param name="Sequence">The number of the entry, or the first number that is missing.</param>
/// <param name="AuditId">The entry; null where it is missing.</param>
/// <param name="Kind">In which way it differs.</param>
/// <param name="Message">The same as a sentence.</param>
public sealed record BreakDocument(string Log, string? ServiceId, Guid ChainId, long Sequence, Guid? AuditId, string Kind, string Message);
