using SloFunctions.Infrastructure.Settings;

namespace Functions.Tests.Access;

public sealed class IdentitySettingsTests
{
    private const string Oidc = "Identity:Provider=oidc;Identity:Authority=https://id.example;Identity:Audience=slo;";
    private const string Entra = "Identity:Provider=entra;AzureAd:Instance=https://login.microsoftonline.com/;AzureAd:TenantId=contoso.example;AzureAd:ClientId=1;";

    [Theory]
    [InlineData("Identity:Provider=okta", "Identity")]
    [InlineData("Identity:Provider=7", "Identity:Provider")]
    [InlineData("Identity:RolesClaim=", "Identity:RolesClaim")]
    [InlineData("Identity:Provider=oidc", "Identity:Authority")]
    [InlineData(Oidc + "Identity:Authority=id.example", "Identity:Authority")]
    [InlineData(Oidc + "Identity:Authority=http://id.example", "Identity:Authority")]
    [InlineData(Oidc + "Identity:Authority=ftp://id.example", "Identity:Authority")]
    [InlineData(Oidc + "Identity:Authority=https://me:you@id.example", "Identity:Authority")]
    [InlineData(Oidc + "Identity:Authority=https://id.example?x=1", "Identity:Authority")]
    [InlineData(Oidc + "Identity:Audience= ", "Identity:Audience")]
    [InlineData(Oidc + "Identity:RequireHttpsMetadata=false", "Identity:RequireHttpsMetadata")]
    [InlineData(Oidc + "Identity:RequireHttpsMetadata=maybe", "Identity")]
    [InlineData("Identity:Provider=entra", "AzureAd:Instance")]
    [InlineData(Entra + "AzureAd:Instance=http://login.microsoftonline.com/", "AzureAd:Instance")]
    [InlineData(Entra + "AzureAd:TenantId=", "AzureAd:TenantId")]
    [InlineData(Entra + "AzureAd:TenantId=Common", "AzureAd:TenantId")]
    [InlineData(Entra + "AzureAd:TenantId=organizations", "AzureAd:TenantId")]
    [InlineData(Entra + "AzureAd:TenantId=consumers", "AzureAd:TenantId")]
    [InlineData(Entra + "AzureAd:TenantId=../v1", "AzureAd:TenantId")]
    [InlineData(Entra + "AzureAd:ClientId=", "AzureAd:ClientId")]
    public void A_wrong_setting_stops_the_start_and_is_named(string settings, string name) =>
        Should.Throw<InvalidSettingException>(() => App(settings)).Message.ShouldStartWith($"The setting {name} ");

    [Theory]
    [InlineData(Oidc)]
    [InlineData(Oidc + "Identity:Authority=http://localhost:8080/realms/main;Identity:RequireHttpsMetadata=false")]
    [InlineData(Entra)]
    [InlineData(Entra + "AzureAd:TenantId=11111111-2222-3333-4444-555555555555")]
    public void Right_settings_need_no_provider_to_start(string settings) => App(settings).Dispose();

    [Theory]
    [InlineData("")]
    [InlineData("Identity:Provider=none")]
    [InlineData("Identity:Provider=None;Identity:Authority=https://id.example")]
    public async Task Without_a_provider_tokens_are_refused_and_readiness_is_silent(string settings)
    {
        using var app = App(settings);

        (await app.AskAsync("eyJhbGciOiJub25lIn0.e30.")).ShouldBeNull();
        (await app.ProbeAsync()).ShouldBeNull();
        app.Log.ShouldContain(line => line.Contains("No identity provider is set", StringComparison.Ordinal));
    }

    private static TokenApp App(string settings) => new(
        clock: null, settings.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(s => s.Split('=', 2)).Select(s => (s[0], s[1])));
}
