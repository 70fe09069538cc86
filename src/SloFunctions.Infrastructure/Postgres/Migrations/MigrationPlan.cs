namespace SloFunctions.Infrastructure.Postgres.Migrations;

/// <summary>Compares the migrations a program knows with those a database has.</summary>
internal sealed class MigrationPlan
{
    private readonly IReadOnlyList<Migration> known;

    /// <exception cref="ArgumentException">The versions are not 1, 2, 3 …</exception>
    internal MigrationPlan(IReadOnlyList<Migration> known)
    {
        for (var i = 0; i < known.Count; i++)
        {
            if (known[i].Version != i + 1)
                throw new ArgumentException($"Migration {known[i]} should have version {i + 1}.", nameof(known));
        }

        this.known = known;
    }

    internal int LastVersion => known.Count;

    internal Migration this[int version] => known[version - 1];

    internal MigrationStatus StatusOf(IReadOnlyList<AppliedMigration> applied) =>
        new(applied, [.. known.Where(migration => applied.All(done => done.Version != migration.Version))], ConflictOf(applied));

    private string? ConflictOf(IReadOnlyList<AppliedMigration> applied)
    {
        for (var i = 0; i < applied.Count; i++)
        {
            var done = applied[i];
            if (done.Version > known.Count)
                return $"The database has migration {done}, which this program does not know: it was migrated by a newer version.";
            if (done.Version != i + 1)
                return $"The database has migration {done} but lacks {known[i]}, which comes before it.";
            if (!string.Equals(done.Checksum, known[i].Checksum, StringComparison.Ordinal))
            {
                return $"Migration {known[i]} was changed after it had been applied to the database " +
                    $"(checksum {done.Checksum} there, {known[i].Checksum} here). Make the change in a new migration.";
            }
        }

        return null;
    }
}
