namespace SloFunctions.Application.Observability;

/// <summary>What the database says of itself.</summary>
/// <param name="Bytes">The space that this database takes.</param>
/// <param name="Connections">Connections to any database of the server.</param>
/// <param name="ConnectionsLimit">As many connections as the server allows.</param>
public readonly record struct DatabaseFigures(long Bytes, int Connections, int ConnectionsLimit);
