namespace SloFunctions.Infrastructure.Postgres;

/// <summary>What the app shows PostgreSQL to be let in.</summary>
public enum PostgresAuthentication
{
    /// <summary>What the connection string holds, or nothing where the server asks for nothing.</summary>
    Password,

    /// <summary>A token of Microsoft Entra ID for this app's identity, in place of a password.</summary>
    Entra,
}
