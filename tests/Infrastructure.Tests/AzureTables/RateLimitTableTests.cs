using Azure.Core;
using Microsoft.Extensions.Configuration;
using SloFunctions.Infrastructure.AzureTables;
using SloFunctions.Infrastructure.Settings;
using SloFunctions.Infrastructure.Tests.Credentials;

namespace SloFunctions.Infrastructure.Tests.AzureTables;

public sealed class RateLimitTableTests
{
    private const string Own = "AccountName=own;AccountKey=AAAA";
    private const string Host = "AccountName=host;AccountKey=AAAA";
    private const string OwnUri = "https://own-uri.table.core.windows.net/";
    private const string HostUri = "https://host-uri.table.core.windows.net/";

    [Theory]
    [InlineData(Own, OwnUri, Host, HostUri, "own.table")]
    [InlineData("", OwnUri, Host, HostUri, "own-uri.table")]
    [InlineData("", "", Host, HostUri, "host.table")]
    [InlineData("", "", "", HostUri, "host-uri.table")]
    public void The_nearest_setting_tells_the_account(string own, string ownUri, string host, string hostUri, string account)
    {
        var table = Find(("RateLimits:ConnectionString", own), ("RateLimits:TableServiceUri", ownUri), ("AzureWebJobsStorage", host), ("AzureWebJobsStorage:tableServiceUri", hostUri));

        var client = table.Client.ShouldNotBeNull();
        client.Name.ShouldBe("ratelimits");
        client.Uri.Host.ShouldStartWith(account + ".");
    }

    [Fact]
    public void No_setting_is_no_account() => Find(("AzureWebJobsStorage", "")).Client.ShouldBeNull();

    [Theory]
    [InlineData("RateLimits:ConnectionString", "AccountName=shop;AccountKey=secret!")]
    [InlineData("AzureWebJobsStorage", "secret")]
    [InlineData("AzureWebJobsStorage:tableServiceUri", "http://shop.table.core.windows.net?secret")]
    [InlineData("RateLimits:TableServiceUri", "http://shop.table.core.windows.net?secret")]
    [InlineData("RateLimits:TableName", "secret-table")]
    [InlineData("RateLimits:LeaseShare", "0.9")]
    [InlineData("RateLimits:Timeout", "00:00:02")]
    [InlineData("RateLimits:MaxBuckets", "1")]
    public void A_setting_that_leads_nowhere_is_named_and_not_shown(string setting, string value)
    {
        var refusal = Should.Throw<InvalidSettingException>(() => Find((setting, value)));

        refusal.Message.ShouldContain(setting);
        refusal.ToString().ShouldNotContain("secret");
    }

    private static RateLimitTable Find(params (string Name, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Name, (string?)s.Value))).Build();
        TokenCredential Identity() => new FixedTokens();
        return RateLimitTable.Find(configuration.Bind<RateLimitOptions>(RateLimitOptions.Section), configuration, Identity);
    }
}
