using SloFunctions.Application.Failures;
using SloFunctions.Infrastructure.Credentials;
using SloFunctions.Infrastructure.Prometheus;
using SloFunctions.Infrastructure.Tests.Prometheus;

namespace SloFunctions.Infrastructure.Tests.Credentials;

/// <summary>What a store gets to see of this app.</summary>
public sealed class CredentialTests : IAsyncLifetime
{
    private readonly List<(string Authorization, string Tenant)> seen = [];
    private readonly FixedTokens tokens = new();
    private readonly string file = Path.GetTempFileName();
    private StubServer stub = null!;

    public async Task InitializeAsync()
    {
        stub = await StubServer.StartAsync();
        stub.Answer = context =>
        {
            seen.Add((context.Request.Headers.Authorization.ToString(), context.Request.Headers["X-Scope-OrgID"].ToString()));
            return StubServer.Text(StubServer.Empty)(context);
        };
    }

    public async Task DisposeAsync()
    {
        File.Delete(file);
        await stub.DisposeAsync();
    }

    [Fact]
    public async Task Nothing_is_shown_where_nothing_is_asked_for()
    {
        await QueryAsync();

        seen.ShouldBe([("", "")]);
        tokens.Scopes.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_bearer_token_and_a_tenant_go_with_every_request()
    {
        (stub.Options.Authentication, stub.Options.BearerToken, stub.Options.Tenant) = (StoreAuthentication.Bearer, "s3cret", "shop|payments");

        await QueryAsync();
        using var connection = Connection();
        await new PrometheusHealth(connection, stub.Options, stub.Clock).IsReachableAsync(CancellationToken.None);

        seen.ShouldBe([("Bearer s3cret", "shop|payments"), ("Bearer s3cret", "shop|payments")]);
    }

    [Fact]
    public async Task A_token_in_a_file_is_read_again_for_each_request()
    {
        (stub.Options.Authentication, stub.Options.BearerTokenFile) = (StoreAuthentication.Bearer, file);
        using var connection = Connection();

        foreach (var token in new[] { "first\n", " second " })
        {
            await File.WriteAllTextAsync(file, token);
            await QueryAsync(connection);
        }

        seen.Select(s => s.Authorization).ShouldBe(["Bearer first", "Bearer second"]);
    }

    [Fact]
    public async Task A_name_and_a_password_are_encoded_in_utf8()
    {
        (stub.Options.Authentication, stub.Options.Username, stub.Options.Password) = (StoreAuthentication.Basic, "slo", "pä:ss");

        await QueryAsync();

        seen.ShouldHaveSingleItem().Authorization.ShouldBe("Basic c2xvOnDDpDpzcw==");
    }

    [Fact]
    public async Task Entra_gives_a_token_for_the_managed_Prometheus()
    {
        stub.Options.Authentication = StoreAuthentication.Entra;
        using var connection = Connection();

        await QueryAsync(connection);
        await QueryAsync(connection);

        seen.Select(s => s.Authorization).ShouldBe(["Bearer entra-1", "Bearer entra-2"]);
        tokens.Scopes.ShouldAllBe(scope => scope == "https://prometheus.monitor.azure.com/.default");
    }

    [Fact]
    public async Task Without_a_token_the_store_is_unavailable_and_is_not_asked()
    {
        stub.Options.Authentication = StoreAuthentication.Entra;
        tokens.Fails = true;
        using var connection = Connection();

        var failure = await Should.ThrowAsync<DependencyUnavailableException>(() => QueryAsync(connection));

        failure.InnerException.ShouldNotBeNull().Message.ShouldBe("Microsoft Entra ID gives no token for https://prometheus.monitor.azure.com/.default.");
        seen.ShouldBeEmpty();
        var health = await new PrometheusHealth(connection, stub.Options, stub.Clock).CheckAsync(CancellationToken.None);
        (health.Status, health.Detail).ShouldBe(("down", failure.InnerException.Message));
    }

    [Theory]
    [InlineData("")]
    [InlineData("two tokens")]
    [InlineData("line\nbreak")]
    public async Task A_file_without_a_token_is_named_and_its_content_is_not(string content)
    {
        (stub.Options.Authentication, stub.Options.BearerTokenFile) = (StoreAuthentication.Bearer, file);
        await File.WriteAllTextAsync(file, content);

        var failure = await Should.ThrowAsync<DependencyUnavailableException>(() => QueryAsync());

        failure.InnerException.ShouldNotBeNull().Message.ShouldBe($"The file {file} holds no token.");
        seen.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_named()
    {
        (stub.Options.Authentication, stub.Options.BearerTokenFile) = (StoreAuthentication.Bearer, file + ".gone");

        var failure = await Should.ThrowAsync<DependencyUnavailableException>(() => QueryAsync());

        failure.InnerException.ShouldNotBeNull().Message.ShouldBe($"The file {file}.gone cannot be read.");
    }

    [Fact]
    public async Task A_credential_is_not_taken_to_another_place()
    {
        (stub.Options.Authentication, stub.Options.BearerToken) = (StoreAuthentication.Bearer, "s3cret");
        stub.Answer = context =>
        {
            seen.Add((context.Request.Path, ""));
            context.Response.Redirect("/elsewhere");
            return Task.CompletedTask;
        };

        var failure = await Should.ThrowAsync<DependencyUnavailableException>(() => QueryAsync());

        seen.ShouldBe([("/api/v1/query_range", "")]);
        failure.ToString().ShouldNotContain("s3cret");
    }

    private PrometheusConnection Connection() => new(stub.Options, TelemetryCredentials.Of(stub.Options, () => tokens));

    private async Task QueryAsync()
    {
        using var connection = Connection();
        await QueryAsync(connection);
    }

    private Task<IReadOnlyList<PrometheusSeries>> QueryAsync(PrometheusConnection connection) => new PrometheusClient(connection, stub.Options, stub.Clock)
        .QueryHourlyAsync("up", MetricsText.Origin, MetricsText.Origin, CancellationToken.None);
}
