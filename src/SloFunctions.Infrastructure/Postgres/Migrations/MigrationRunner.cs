using Npgsql;

namespace SloFunctions.Infrastructure.Postgres.Migrations;

/// <summary>
/// Moves a database from version to version. Each migration is one transaction together with its row in
/// <c>slo_migrations.applied</c>, under a lock of that transaction: runners that start at once take turns, and each
/// looks anew at what there is to do.
/// </summary>
public sealed class MigrationRunner
{
    private readonly MigrationPlan plan;
    private readonly MigrationDatabase database;

    /// <param name="ownerConnectionString">A login that is a member of <c>slo_owner</c>, or that may create roles.</param>
    /// <param name="migrations">Versions 1, 2, 3 … in order.</param>
    /// <param name="lockWait">Longest wait for another runner or for a table in use.</param>
    /// <param name="timeout">Longest duration of one migration, the wait not counted.</param>
    /// <exception cref="ArgumentException">The connection string is empty or invalid, or a version is missing.</exception>
    public MigrationRunner(
        string ownerConnectionString, IReadOnlyList<Migration> migrations, TimeSpan lockWait, TimeSpan timeout)
    {
        plan = new MigrationPlan(migrations);
        database = new MigrationDatabase(ownerConnectionString, lockWait, timeout);
    }

    /// <summary>A runner of the product's own migrations.</summary>
    /// <exception cref="ArgumentException"><see cref="PostgresOptions.OwnerConnectionString"/> is missing or invalid.</exception>
    public static MigrationRunner Create(PostgresOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.OwnerConnectionString))
        {
            throw new ArgumentException(
                $"Migrations need the setting {PostgresOptions.Section}:{nameof(PostgresOptions.OwnerConnectionString)}.", nameof(options));
        }

        return new(options.OwnerConnectionString, EmbeddedMigrations.All, options.MigrationLockWait, options.MigrationTimeout);
    }

    /// <summary>Creates the roles where they are missing and applies what is pending.</summary>
    /// <returns>What was applied by this call, in order.</returns>
    /// <exception cref="MigrationException">
    /// The database has an unknown or a changed migration, another runner holds the lock for too long, or a script failed.
    /// </exception>
    public async Task<IReadOnlyList<Migration>> UpAsync(CancellationToken cancellation = default)
    {
        await database.PrepareAsync(cancellation);
        var done = new List<Migration>();
        while (await StepAsync(NextUp, cancellation) is { } applied)
            done.Add(applied);
        return done;
    }

    /// <summary>Takes back, last first, every migration above the given version; 0 takes back all.</summary>
    /// <returns>What was taken back by this call, in order.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The target is negative or unknown.</exception>
    /// <exception cref="MigrationException">As for <see cref="UpAsync"/>.</exception>
    public async Task<IReadOnlyList<Migration>> DownAsync(int targetVersion, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(targetVersion);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(targetVersion, plan.LastVersion);

        await database.PrepareAsync(cancellation);
        var done = new List<Migration>();
        while (await StepAsync(status => NextDown(status, targetVersion), cancellation) is { } reverted)
            done.Add(reverted);
        return done;
    }

    /// <summary>Reads where the database stands and changes nothing, not even in an empty database.</summary>
    public async Task<MigrationStatus> StatusAsync(CancellationToken cancellation = default) =>
        plan.StatusOf(await database.ReadAppliedAsync(cancellation));

    private static Step? NextUp(MigrationStatus status) =>
        status.Pending.Count == 0 ? null : new Step(status.Pending[0], IsUp: true);

    private Step? NextDown(MigrationStatus status, int targetVersion) =>
        status.Version <= targetVersion ? null : new Step(plan[status.Version], IsUp: false);

    private async Task<Migration?> StepAsync(Func<MigrationStatus, Step?> next, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var transaction = await database.BeginAsync(connection, cancellation);

        var status = plan.StatusOf(await MigrationDatabase.ReadAppliedAsync(connection, cancellation));
        if (status.Conflict is { } conflict)
            throw new MigrationException(conflict);
        if (next(status) is not { } step)
            return null;

        try
        {
            await MigrationDatabase.ExecuteAsync(connection, step.Script, cancellation);
            await MigrationDatabase.RecordAsync(connection, step.Migration, step.IsUp, cancellation);
            await transaction.CommitAsync(cancellation);
        }
        catch (NpgsqlException failure)
        {
            throw new MigrationException($"Migration {step} failed and was rolled back: {failure.Message}", failure);
        }

        return step.Migration;
    }

    private sealed record Step(Migration Migration, bool IsUp)
    {
        internal string Script => IsUp ? Migration.Up : Migration.Down;

        public override string ToString() => $"{Migration} ({(IsUp ? "up" : "down")})";
    }
}
