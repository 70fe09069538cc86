namespace SloFunctions.Infrastructure.Postgres.Migrations;

/// <summary>Where a database stands.</summary>
/// <param name="Applied">What it has, oldest first.</param>
/// <param name="Pending">What this program would apply next, in order.</param>
/// <param name="Conflict">Why this program must not migrate it, or null.</param>
public sealed record MigrationStatus(
    IReadOnlyList<AppliedMigration> Applied,
    IReadOnlyList<Migration> Pending,
    string? Conflict)
{
    /// <summary>The last applied version; 0 for an empty database.</summary>
    public int Version => Applied.Count == 0 ? 0 : Applied[^1].Version;

    /// <summary>Whether the database has exactly the schema this program was written for.</summary>
    public bool IsCurrent => Conflict is null && Pending.Count == 0;
}
