using System.Globalization;
using SloFunctions.Application.Failures;
using SloFunctions.Application.Graph;
using SloFunctions.Infrastructure.Kubernetes;
using SloFunctions.Infrastructure.Tests.Prometheus;

namespace SloFunctions.Infrastructure.Tests.Kubernetes;

/// <summary>Lists of an API server that is large, careful or in trouble. Waits are those of the server's clock.</summary>
public sealed class KubernetesClientTests : ClusterTests
{
    [Theory]
    [InlineData(2, int.MaxValue)]
    [InlineData(500, 2)]
    public async Task Long_lists_are_read_page_by_page(int asked, int given)
    {
        for (int i = 0; i < 5; i++) AddService("shop", $"s{i}");
        (Cluster.Options.PageSize, Cluster.MostOnPage) = (asked, given);

        (await DiscoverAsync()).Update.Nodes.Count.ShouldBe(5);

        var pages = Cluster.Targets.Where(t => t.StartsWith("/api/v1/services?", StringComparison.Ordinal)).ToArray();
        pages.Length.ShouldBe(3);
        pages.ShouldAllBe(p => p.Contains($"limit={asked}", StringComparison.Ordinal));
        pages.Count(p => p.Contains("&continue=", StringComparison.Ordinal)).ShouldBe(2);
    }

    [Fact]
    public async Task Services_deployments_and_labelled_config_maps_are_all_that_is_asked_for()
    {
        await DiscoverAsync();

        Cluster.Targets.ShouldBe(
        [
            "/api/v1/services?limit=500",
            "/apis/apps/v1/deployments?limit=500",
            "/api/v1/configmaps?limit=500&labelSelector=slo-functions.io%2Fdependencies%3Dtrue",
        ]);
    }

    [Fact]
    public async Task Only_the_namespaces_of_the_settings_are_read()
    {
        AddService("shop", "web");
        AddService("bank", "vault");
        AddService("lab", "mouse");
        Cluster.Options.Namespaces = "shop, lab,shop";

        (await DiscoverAsync()).Update.Nodes.Select(n => n.Id.Value).ShouldBe(["web", "mouse"]);

        Cluster.Targets.Count.ShouldBe(6);
        Cluster.Targets.ShouldContain("/apis/apps/v1/namespaces/lab/deployments?limit=500");
    }

    [Fact]
    public async Task A_list_that_expires_while_it_is_read_is_read_again_from_its_start()
    {
        for (int i = 0; i < 5; i++) AddService("shop", $"s{i}");
        (Cluster.Options.PageSize, Cluster.Expiring) = (2, 1);

        var found = await DiscoverAsync();

        found.Update.Nodes.Select(n => n.Id.Value).ShouldBe(["s0", "s1", "s2", "s3", "s4"]);
        found.Skipped.ShouldBeEmpty();
        Cluster.Targets.Count(t => t == "/api/v1/services?limit=2").ShouldBe(2);
    }

    [Fact]
    public async Task A_list_that_expires_again_is_given_up()
    {
        for (int i = 0; i < 5; i++) AddService("shop", $"s{i}");
        (Cluster.Options.PageSize, Cluster.Expiring) = (2, 2);

        (await FailureAsync()).ShouldContain("Kubernetes:PageSize");
        Cluster.Targets.Count.ShouldBe(4);
    }

    [Fact]
    public async Task A_token_is_read_again_at_each_run()
    {
        AddService("shop", "web");
        await DiscoverAsync();
        Cluster.Rotate("second-token");

        (await DiscoverAsync()).Update.Nodes.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_token_that_is_refused_is_reported_with_its_file_and_not_shown()
    {
        Cluster.Token = "another";

        string message = await FailureAsync();

        message.ShouldContain(Cluster.Options.TokenFile);
        message.ShouldNotContain("first-token");
        Cluster.Targets.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("", "verb \"list\" on resource \"services\" of API group \"\" in all namespaces")]
    [InlineData("shop", "verb \"list\" on resource \"services\" of API group \"\" in namespace \"shop\"")]
    public async Task A_permission_that_is_missing_is_named(string namespaces, string permission)
    {
        Cluster.Options.Namespaces = namespaces;
        Cluster.Forbidden.Add("services");

        (await FailureAsync()).ShouldContain(permission);
        Cluster.Targets.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Without_the_permission_for_the_rest_the_services_are_still_found()
    {
        AddService("shop", "web", ("depends-on", "api"));
        Cluster.Forbidden.UnionWith(["deployments", "configmaps"]);

        var found = await DiscoverAsync();

        (found.Update.Nodes.Count, found.Update.Edges.Count).ShouldBe((1, 1));
        found.Skipped.Select(s => s.Reason).ShouldBe(
        [
            "The service account lacks a permission (403): grant it verb \"list\" on resource \"configmaps\" of API group \"\" in all namespaces.",
            "The service account lacks a permission (403): grant it verb \"list\" on resource \"deployments\" of API group \"apps\" in all namespaces.",
        ]);
    }

    [Fact]
    public async Task A_server_in_trouble_is_asked_again_after_one_two_and_four_seconds()
    {
        foreach (int status in (int[])[500, 429, 503]) Cluster.Instead.Enqueue(ApiServer.Status(status));

        await WithWaitsAsync(DiscoverAsync(), 1, 2, 4);

        Cluster.Arrivals.Take(4).ShouldBe([0, 1, 3, 7]);
    }

    [Fact]
    public async Task A_server_that_says_when_to_come_back_is_believed_up_to_half_a_minute()
    {
        Cluster.Instead.Enqueue(ApiServer.Status(429, retryAfter: "7"));
        Cluster.Instead.Enqueue(ApiServer.Status(503, retryAfter: Cluster.Clock.GetUtcNow().AddSeconds(7 + 5).ToString("R", CultureInfo.InvariantCulture)));
        Cluster.Instead.Enqueue(ApiServer.Status(429, retryAfter: "3600"));

        await WithWaitsAsync(DiscoverAsync(), 7, 5, 30);

        Cluster.Arrivals.Take(4).ShouldBe([0, 7, 12, 42]);
    }

    [Fact]
    public async Task A_server_that_stays_in_trouble_is_unavailable_after_four_attempts()
    {
        for (int i = 0; i < 10; i++) Cluster.Instead.Enqueue(ApiServer.Status(500));

        var failure = await Should.ThrowAsync<DependencyUnavailableException>(WithWaitsAsync(DiscoverAsync(), 1, 2, 4));

        failure.InnerException.ShouldNotBeNull().Message.ShouldContain("500");
        Cluster.Arrivals.Count.ShouldBe(4);
    }

    [Fact]
    public async Task A_server_that_does_not_answer_is_asked_again_after_the_time_limit()
    {
        Cluster.Options.Timeout = TimeSpan.FromSeconds(10);
        Cluster.Instead.Enqueue(StubServer.Never);
        var discovery = DiscoverAsync();
        await Cluster.NextArrivalAsync();
        Cluster.Clock.Advance(TimeSpan.FromSeconds(10));

        await WithWaitsAsync(discovery, 1);

        Cluster.Arrivals.Take(2).ShouldBe([0, 11]);
    }

    [Theory]
    [InlineData("<html>Sign in</html>")]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("""{"kind":"APIVersions"}""")]
    [InlineData("""{"items":{}}""")]
    [InlineData("""{"items":[{"metadata":null}]}""")]
    [InlineData("""{"items":[{"metadata":{"name":"a","labels":[]}}]}""")]
    public async Task A_nonsensical_answer_is_reported_and_not_asked_for_again(string body)
    {
        Cluster.Instead.Enqueue(ApiServer.Text(body));

        await FailureAsync();

        Cluster.Targets.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_page_that_is_too_large_is_not_read_to_its_end()
    {
        string part = new(' ', 1 << 20);
        Cluster.Instead.Enqueue(async context =>
        {
            for (int i = 0; i < 80 && !context.RequestAborted.IsCancellationRequested; i++) await ApiServer.Text(part)(context);
        });

        (await FailureAsync()).ShouldBe("A page of services is too large; lower Kubernetes:PageSize.");
        Cluster.Targets.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_redirection_is_not_followed()
    {
        Cluster.Instead.Enqueue(context =>
        {
            context.Response.Redirect("/elsewhere");
            return Task.CompletedTask;
        });

        (await FailureAsync()).ShouldContain("302");
        Cluster.Targets.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_server_signed_by_another_authority_sees_no_token()
    {
        using var others = new ClusterCertificates();
        Cluster.Options.CaFile = Cluster.Write("other.crt", others.AuthorityPem);

        await Should.ThrowAsync<DependencyUnavailableException>(WithWaitsAsync(DiscoverAsync(), 1, 2, 4));

        Cluster.Targets.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("token", null, "cannot be read")]
    [InlineData("token", " \n", "holds no token")]
    [InlineData("token", "two\nlines", "holds no token")]
    [InlineData("ca.crt", null, "cannot be read")]
    [InlineData("ca.crt", "nothing", "holds no certificate")]
    [InlineData("ca.crt", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----", "cannot be read")]
    public async Task A_file_that_cannot_be_used_is_named(string file, string? text, string complaint)
    {
        string path = Cluster.Write(file, text ?? "");
        if (text is null) File.Delete(path);

        string message = await FailureAsync();

        message.ShouldContain(path);
        message.ShouldContain(complaint);
        Cluster.Targets.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_proxy_on_this_machine_needs_no_token()
    {
        await using var proxy = await StubServer.StartAsync();
        var credentials = new List<string>();
        proxy.Answer = context =>
        {
            credentials.AddRange(context.Request.Headers.Authorization.OfType<string>());
            return StubServer.Text("""{"items":[]}""")(context);
        };
        var options = new KubernetesOptions { TokenFile = Cluster.Options.TokenFile };

        await new KubernetesDiscovery(options, new Uri(proxy.Options.Url), Cluster.Clock).DiscoverAsync(CancellationToken.None);

        proxy.Arrivals.Count.ShouldBe(3);
        credentials.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_callers_cancellation_is_a_cancellation()
    {
        Cluster.Instead.Enqueue(StubServer.Never);
        using var cancellation = new CancellationTokenSource();
        var discovery = DiscoverAsync(cancellation.Token);
        await Cluster.NextArrivalAsync();

        await cancellation.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(discovery);
    }

    private async Task<string> FailureAsync()
    {
        var failure = await Should.ThrowAsync<DependencyUnavailableException>(DiscoverAsync());
        failure.Dependency.ShouldBe("kubernetes");
        return failure.InnerException.ShouldNotBeNull().Message;
    }

    /// <summary>Lets the clock run through the waits between attempts until the end.</summary>
    private async Task<DiscoveredGraph> WithWaitsAsync(Task<DiscoveredGraph> discovery, params int[] seconds)
    {
        foreach (int wait in seconds)
        {
            var due = Cluster.Clock.WhenTimerIsSetAsync(Cluster.Clock.GetUtcNow().AddSeconds(wait));
            if (await Task.WhenAny(discovery, due) == discovery) break;
            Cluster.Clock.WhenTimerIsSetAsync(Cluster.Clock.GetUtcNow().AddSeconds(wait).AddTicks(-1)).IsCompleted.ShouldBeFalse("The wait is shorter.");
            Cluster.Clock.Advance(TimeSpan.FromSeconds(wait));
        }

        return await discovery;
    }
}
