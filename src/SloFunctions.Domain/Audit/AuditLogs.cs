namespace SloFunctions.Domain.Audit;

/// <summary>The audit logs whose entries are chained, by the names that their digests are made with.</summary>
public static class AuditLogs
{
    /// <summary>The log of targets: a chain for each service.</summary>
    public const string Targets = "slo_audit_log";

    /// <summary>The log of what is set up: one chain.</summary>
    public const string Administration = "admin_audit_log";

    /// <summary>The chain of <see cref="Administration"/>; services have other ids.</summary>
    public static readonly Guid AdministrationChain = Guid.Empty;
}
