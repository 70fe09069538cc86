namespace SloFunctions.Infrastructure.Postgres.Migrations;

/// <summary>A migration was refused or failed; the database is as it was after the last complete one.</summary>
public sealed class MigrationException(string message, Exception? cause = null) : Exception(message, cause);
