using Microsoft.Extensions.Configuration;
using SloFunctions.Infrastructure.Prometheus;
using SloFunctions.Infrastructure.Settings;
using SloFunctions.Infrastructure.Tempo;

namespace SloFunctions.Infrastructure.Tests.Credentials;

public sealed class StoreOptionsTests
{
    [Theory]
    [InlineData("Authentication=none")]
    [InlineData("Authentication=Bearer BearerToken=t0ken")]
    [InlineData("Authentication=bearer BearerTokenFile=/run/token")]
    [InlineData("Authentication=basic Username=slo Password=s3cret:")]
    [InlineData("Authentication=entra Url=https://shop.uksouth.prometheus.monitor.azure.com")]
    [InlineData("Authentication=entra")]
    [InlineData("Tenant=shop-1|shop_2 MaxAnswerBytes=1048576")]
    public void Settings_that_fit_together_are_taken(string settings) => Should.NotThrow(() => Read(settings));

    [Theory]
    [InlineData("Authentication=kerberos", "Authentication")]
    [InlineData("Authentication=7", "Authentication")]
    [InlineData("Authentication=bearer", "BearerToken")]
    [InlineData("Authentication=bearer BearerToken=s3cret BearerTokenFile=/run/token", "BearerToken")]
    [InlineData("Authentication=bearer BearerToken=s3crét", "BearerToken")]
    [InlineData("BearerToken=s3cret", "BearerToken")]
    [InlineData("BearerTokenFile=/run/token", "BearerTokenFile")]
    [InlineData("Authentication=basic Password=s3cret", "Username")]
    [InlineData("Authentication=basic Username=a:b Password=s3cret", "Username")]
    [InlineData("Authentication=basic Username=slo", "Password")]
    [InlineData("Username=slo", "Username")]
    [InlineData("Authentication=bearer BearerToken=t Password=s3cret", "Password")]
    [InlineData("Authentication=entra EntraScope=prometheus", "EntraScope")]
    [InlineData("Authentication=entra Url=http://prometheus:9090", "Url")]
    [InlineData("Tenant=shop/payments", "Tenant")]
    [InlineData("Tenant=ümlaut", "Tenant")]
    [InlineData("MaxAnswerBytes=1", "MaxAnswerBytes")]
    public void Settings_that_do_not_are_refused_by_name_and_without_the_secret(string settings, string name)
    {
        string message = Should.Throw<InvalidSettingException>(() => Read(settings)).Message;

        message.ShouldContain($"Prometheus:{name}");
        message.ShouldNotContain("s3cr");
    }

    [Fact]
    public void A_trace_store_that_is_off_needs_nothing() => Configuration("Tempo", "").Bind<TempoOptions>("Tempo").Url.ShouldBeEmpty();

    [Fact]
    public void A_trace_store_has_no_scope_of_its_own() =>
        Should.Throw<InvalidSettingException>(() => Configuration("Tempo", "Url=https://tempo Authentication=entra").Bind<TempoOptions>("Tempo"))
            .Message.ShouldContain("Tempo:EntraScope");

    private static void Read(string settings) => Configuration("Prometheus", $"Url=http://127.0.0.1:9090 {settings}").Bind<PrometheusOptions>("Prometheus");

    private static IConfiguration Configuration(string section, string settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(s => s.Split('=', 2))
            .GroupBy(s => s[0])
            .Select(s => new KeyValuePair<string, string?>($"{section}:{s.Key}", s.Last()[1])))
        .Build();
}
