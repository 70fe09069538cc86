using System.Net;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;

namespace StandIns.Tests.Tables;

public sealed class TableServiceClientTests
{
    [Theory]
    [InlineData("UseDevelopmentStorage=true", "http://127.0.0.1:10002/devstoreaccount1")]
    [InlineData("UseDevelopmentStorage=true;DevelopmentStorageProxyUri=http://azurite", "http://azurite:10002/devstoreaccount1")]
    [InlineData("DefaultEndpointsProtocol=https;AccountName=shop;AccountKey=AAAA;EndpointSuffix=core.windows.net", "https://shop.table.core.windows.net/")]
    [InlineData("AccountName=shop;AccountKey=AAAA;TableEndpoint=http://127.0.0.1:9/shop", "http://127.0.0.1:9/shop")]
    public void A_connection_string_tells_where_the_tables_are(string connectionString, string uri) =>
        new TableServiceClient(connectionString).Uri.ShouldBe(new Uri(uri));

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("AccountName=shop")]
    [InlineData("AccountName=shop;AccountKey=?")]
    [InlineData("AccountName=shop;AccountKey=AAAA;TableEndpoint=nowhere")]
    public void A_connection_string_of_no_account_is_refused(string connectionString) =>
        Should.Throw<FormatException>(() => new TableServiceClient(connectionString));

    [Fact]
    public async Task An_identity_shows_its_token_for_storage()
    {
        using var wire = new Recorder();
        var options = new TableClientOptions { Transport = new HttpClientTransport(wire) };
        var table = new TableServiceClient(new Uri("https://shop.table.core.windows.net"), new FixedToken(), options).GetTableClient("things");

        (await table.GetEntityIfExistsAsync<TableEntity>("p", "r")).HasValue.ShouldBeFalse();

        wire.Requests.ShouldBe(["GET https://shop.table.core.windows.net/things(PartitionKey='p',RowKey='r') Bearer https://storage.azure.com/.default 2020-12-06"]);
    }

    private sealed class FixedToken : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new(string.Join(' ', requestContext.Scopes), DateTimeOffset.MaxValue);

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new(GetToken(requestContext, cancellationToken));
    }

    private sealed class Recorder : HttpMessageHandler
    {
        public List<string> Requests { get; } = [];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Requests.Add($"{request.Method} {request.RequestUri} {request.Headers.Authorization} {request.Headers.GetValues("x-ms-version").Single()}");
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.NotFound) { Content = new StringContent("no JSON") });
        }
    }
}
