namespace SloFunctions.Infrastructure.Postgres.Migrations;

/// <summary>A migration as a database remembers it.</summary>
/// <param name="Checksum">Checksum of the script that was run.</param>
/// <param name="AppliedAt">When, by the server's clock, UTC.</param>
public sealed record AppliedMigration(int Version, string Name, string Checksum, DateTimeOffset AppliedAt)
{
    public override string ToString() => $"{Version:D4}_{Name}";
}
