using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;

namespace SloFunctions.Functions.Access;

/// <summary>Which tenant and app of Microsoft Entra ID; the section <see cref="Section"/>, which Microsoft.Identity.Web reads itself.</summary>
public sealed partial record EntraOptions : IValidatableObject
{
    /// <summary>The configuration section these options are bound from.</summary>
    public const string Section = "AzureAd";

    /// <summary>The cloud's sign-in address, for example <c>https://login.microsoftonline.com/</c>.</summary>
    public string Instance { get; init; } = "";

    /// <summary>The tenant's id or domain. The names that stand for any tenant are refused: anybody can have one.</summary>
    public string TenantId { get; init; } = "";

    /// <summary>The id of the app's registration.</summary>
    public string ClientId { get; init; } = "";

    /// <summary>Who tokens may be for, besides the client id and <c>api://</c> with it; empty for nobody.</summary>
    public string Audience { get; init; } = "";

    /// <summary>Further ones.</summary>
    public IReadOnlyList<string> Audiences { get; init; } = [];

    /// <summary>Whether the sign-in address is one of this machine without https, as in tests.</summary>
    internal bool IsLocal => Uri.TryCreate(Instance, UriKind.Absolute, out var url) && url is { Scheme: "http", IsLoopback: true };

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!IsLocal && !(Uri.TryCreate(Instance, UriKind.Absolute, out var url) && url.Scheme == Uri.UriSchemeHttps))
            yield return Broken("An https URL such as https://login.microsoftonline.com/ is expected.", nameof(Instance));
        if (!Tenant().IsMatch(TenantId) || TenantId.ToUpperInvariant() is "COMMON" or "ORGANIZATIONS" or "CONSUMERS")
            yield return Broken("The id or domain of one tenant is expected.", nameof(TenantId));
        if (string.IsNullOrWhiteSpace(ClientId)) yield return Broken("The id of the app's registration is expected.", nameof(ClientId));
    }

    private static ValidationResult Broken(string complaint, string setting) => new(complaint, [setting]);

    [GeneratedRegex(@"\A[A-Za-z0-9.-]{1,253}\z", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Tenant();
}
