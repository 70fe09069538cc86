namespace SloFunctions.Infrastructure.Postgres.Inspection;

/// <summary>What a database held at one moment, for comparing it with what is restored of it.</summary>
/// <param name="TakenAt">The moment, by the server's clock.</param>
/// <param name="ServerVersion">The server's version.</param>
/// <param name="SchemaVersion">The last migration applied.</param>
/// <param name="Tables">Rows by table, names with their schema.</param>
/// <param name="AuditChains">How many chains the audit logs have.</param>
/// <param name="AuditEntries">How many entries they have together.</param>
/// <param name="AuditHeads">A digest of the ends of all chains.</param>
public sealed record DatabaseCounts(
    DateTimeOffset TakenAt,
    string ServerVersion,
    int SchemaVersion,
    IReadOnlyDictionary<string, long> Tables,
    long AuditChains,
    long AuditEntries,
    string AuditHeads);
