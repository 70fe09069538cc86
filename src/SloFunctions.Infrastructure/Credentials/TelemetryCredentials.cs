using Azure.Core;

namespace SloFunctions.Infrastructure.Credentials;

/// <summary>Makes the credential that settings ask for.</summary>
public static class TelemetryCredentials
{
    /// <summary>The credential of a store.</summary>
    /// <param name="options">Valid options.</param>
    /// <param name="identity">Gives the source of Entra tokens; called only where one is needed.</param>
    public static ITelemetryCredential Of(StoreOptions options, Func<TokenCredential> identity) => options.Authentication switch
    {
        StoreAuthentication.Bearer when options.BearerTokenFile.Length > 0 => new BearerFileCredential(options.BearerTokenFile),
        StoreAuthentication.Bearer => FixedCredential.Bearer(options.BearerToken),
        StoreAuthentication.Basic => FixedCredential.Basic(options.Username, options.Password),
        StoreAuthentication.Entra => new EntraCredential(identity(), options.EntraScope),
        _ => new NoCredential(),
    };
}
