namespace SloFunctions.Functions.Access;

/// <summary>Whose tokens are taken from people and programs.</summary>
public enum IdentityProviderKind
{
    /// <summary>Nobody's: bearer tokens are refused.</summary>
    None,

    /// <summary>Those of a tenant of Microsoft Entra ID.</summary>
    Entra,

    /// <summary>Those of any other OpenID Connect provider, such as Keycloak or Okta.</summary>
    Oidc,
}
