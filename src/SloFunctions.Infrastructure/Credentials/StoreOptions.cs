using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;

namespace SloFunctions.Infrastructure.Credentials;

/// <summary>How a metric or trace store is reached over HTTP. No text made from these options shows a secret.</summary>
public abstract partial class StoreOptions : IValidatableObject
{
    /// <summary>The base address, for example <c>http://prometheus:9090</c>.</summary>
    public virtual string Url { get; set; } = "";

    /// <summary>What the store wants to see: <c>none</c>, <c>bearer</c>, <c>basic</c> or <c>entra</c>. The default is none.</summary>
    [EnumDataType(typeof(StoreAuthentication), ErrorMessage = "One of none, bearer, basic and entra is expected.")]
    public StoreAuthentication Authentication { get; set; }

    /// <summary>The token, for <c>bearer</c>; or see <see cref="BearerTokenFile"/>.</summary>
    public string BearerToken { get; set; } = "";

    /// <summary>A file with the token, for <c>bearer</c>; read for each request, since tokens are replaced while the app runs.</summary>
    public string BearerTokenFile { get; set; } = "";

    /// <summary>The name, for <c>basic</c>.</summary>
    public string Username { get; set; } = "";

    /// <summary>The password, for <c>basic</c>.</summary>
    public string Password { get; set; } = "";

    /// <summary>What the token is for, for <c>entra</c>.</summary>
    public virtual string EntraScope { get; set; } = "";

    /// <summary>The tenant of a store that holds several, as <c>X-Scope-OrgID</c>; empty for none. Several are joined by <c>|</c>.</summary>
    public string Tenant { get; set; } = "";

    /// <summary>The largest answer that is read, in bytes, 1 MiB to 1 GiB; larger ones are asked for in parts. The default is 64 MiB.</summary>
    [Range(1 << 20, 1 << 30)]
    public int MaxAnswerBytes { get; set; } = 64 << 20;

    /// <inheritdoc/>
    public virtual IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Tenant.Length > 0 && !TenantName().IsMatch(Tenant))
            yield return Broken("Up to 150 letters, digits and !-_.*'()| are expected.", nameof(Tenant));
        foreach (var broken in ValidateCredential()) yield return broken;
    }

    private IEnumerable<ValidationResult> ValidateCredential()
    {
        bool isBearer = Authentication == StoreAuthentication.Bearer, isBasic = Authentication == StoreAuthentication.Basic;
        if (isBearer && BearerToken.Length > 0 == BearerTokenFile.Length > 0)
            yield return Broken($"Authentication by bearer token needs either this or {nameof(BearerTokenFile)}.", nameof(BearerToken));
        if (BearerToken.Length > 0 && !Credentials.BearerToken.IsOne(BearerToken))
            yield return Broken("A token of visible ASCII characters is expected.", nameof(BearerToken));
        if (!isBearer && BearerToken.Length + BearerTokenFile.Length > 0)
            yield return Broken($"It takes {nameof(Authentication)} to be bearer.", BearerToken.Length > 0 ? nameof(BearerToken) : nameof(BearerTokenFile));
        if (isBasic && (Username.Length == 0 || Username.Contains(':', StringComparison.Ordinal)))
            yield return Broken("Basic authentication needs a name without a colon.", nameof(Username));
        if (isBasic && Password.Length == 0) yield return Broken("Basic authentication needs a password.", nameof(Password));
        if (!isBasic && Username.Length + Password.Length > 0)
            yield return Broken($"It takes {nameof(Authentication)} to be basic.", Username.Length > 0 ? nameof(Username) : nameof(Password));
        if (Authentication == StoreAuthentication.Entra && !Uri.TryCreate(EntraScope, UriKind.Absolute, out _))
            yield return Broken("Authentication by Microsoft Entra ID needs a scope such as https://prometheus.monitor.azure.com/.default.", nameof(EntraScope));
        if (Authentication == StoreAuthentication.Entra && Uri.TryCreate(Url, UriKind.Absolute, out var url) && url is { Scheme: "http", IsLoopback: false })
            yield return Broken("A token of Microsoft Entra ID is sent over https only.", nameof(Url));
    }

    private static ValidationResult Broken(string complaint, string setting) => new(complaint, [setting]);

    // What the stores of Grafana accept as names of tenants.
    [GeneratedRegex(@"\A[A-Za-z0-9!_.*'()|-]{1,150}\z", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TenantName();
}
