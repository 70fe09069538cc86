using Azure.Core;
using Npgsql;

namespace SloFunctions.Infrastructure.Postgres;

/// <summary>Tokens of Microsoft Entra ID in place of passwords.</summary>
internal static class EntraPasswords
{
    // The audience of Azure Database for PostgreSQL, in every one of its clouds.
    private static readonly TokenRequestContext Request = new(["https://ossrdbms-aad.database.windows.net/.default"]);

    /// <summary>Asks for a token for each new connection; the source of tokens keeps and renews them.</summary>
    /// <param name="builder">What the connections are made by; its connection string holds no password.</param>
    /// <param name="tokens">Where tokens come from.</param>
    public static void UseTokens(this NpgsqlDataSourceBuilder builder, TokenCredential tokens) => builder.UsePasswordProvider(
        _ => tokens.GetToken(Request, CancellationToken.None).Token,
        async (_, cancellation) => (await tokens.GetTokenAsync(Request, cancellation)).Token);
}
