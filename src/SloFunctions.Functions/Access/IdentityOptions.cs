using System.ComponentModel.DataAnnotations;

namespace SloFunctions.Functions.Access;

/// <summary>Whose tokens are taken and what their claims mean; bound from the section <see cref="Section"/>.</summary>
public sealed record IdentityOptions : IValidatableObject
{
    /// <summary>The configuration section these options are bound from.</summary>
    public const string Section = "Identity";

    /// <summary>Whose tokens are taken: <c>none</c>, <c>entra</c> (see <see cref="EntraOptions"/>) or <c>oidc</c>. The default is none.</summary>
    [EnumDataType(typeof(IdentityProviderKind), ErrorMessage = "One of none, entra and oidc is expected.")]
    public IdentityProviderKind Provider { get; init; }

    /// <summary>The provider's address, for <c>oidc</c>, for example <c>https://keycloak.example/realms/main</c>.</summary>
    public string Authority { get; init; } = "";

    /// <summary>Who tokens must be for, for <c>oidc</c>.</summary>
    public string Audience { get; init; } = "";

    /// <summary>Whether <c>oidc</c> is spoken over https only. Off is for a provider on this machine. The default is true.</summary>
    public bool RequireHttpsMetadata { get; init; } = true;

    /// <summary>The claim with the roles; a path such as <c>realm_access.roles</c> leads into an object. The default is <c>roles</c>.</summary>
    [Required(ErrorMessage = "The name of a claim is expected.")]
    public string RolesClaim { get; init; } = "roles";

    /// <summary>The claims with the teams, separated by commas; all of them count. The default is <c>groups,team</c>.</summary>
    public string TeamsClaims { get; init; } = "groups,team";

    /// <summary>The claims that may name the caller in audit entries, separated by commas; the first that is there counts, else the subject.</summary>
    public string ActorClaims { get; init; } = "email,preferred_username,sub";

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Provider != IdentityProviderKind.Oidc) yield break;
        if (!Uri.TryCreate(Authority, UriKind.Absolute, out var authority) || authority.Scheme is not ("http" or "https") || HasExtras(authority))
        {
            yield return Broken("An http(s) URL without user, query and fragment is expected.", nameof(Authority));
            yield break;
        }

        if (RequireHttpsMetadata && authority.Scheme != Uri.UriSchemeHttps) yield return Broken("An https URL is expected.", nameof(Authority));
        if (!RequireHttpsMetadata && !authority.IsLoopback) yield return Broken("Only a provider on this machine may be asked without https.", nameof(RequireHttpsMetadata));
        if (string.IsNullOrWhiteSpace(Audience)) yield return Broken("Tokens must be for somebody: an audience is expected.", nameof(Audience));
    }

    private static bool HasExtras(Uri url) => url.UserInfo.Length + url.Query.Length + url.Fragment.Length > 0;

    private static ValidationResult Broken(string complaint, string setting) => new(complaint, [setting]);
}
