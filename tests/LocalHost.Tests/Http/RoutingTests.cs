using System.Net;
using System.Net.Http.Headers;

namespace LocalHost.Tests.Http;

public class RoutingTests
{
    private const string Id = "0f8fad5b-d9cb-469f-a165-70867728950e";

    [Theory]
    [InlineData("GET")]
    [InlineData("PUT")]
    public async Task A_route_answers_its_methods_and_hands_over_its_values(string method)
    {
        await using var host = await RunningHost.StartAsync(typeof(RoutingFunctions));

        var response = await host.Client.SendAsync(new HttpRequestMessage(new HttpMethod(method), $"/items/{Id}"));

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await response.Content.ReadAsStringAsync()).ShouldBe($"{method} {Id}");
        response.Headers.Server.ShouldBeEmpty();
    }

    [Fact]
    public async Task Another_method_is_405_and_names_those_allowed()
    {
        await using var host = await RunningHost.StartAsync(typeof(RoutingFunctions));

        var response = await host.Client.DeleteAsync($"/items/{Id}");

        response.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
        response.Content.Headers.Allow.ShouldBe(["GET", "PUT"], ignoreOrder: true);
        host.Probe.Rest().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/items/42")]
    [InlineData("/nothing")]
    [InlineData("/api/items/" + Id)]
    public async Task What_matches_no_route_is_404(string path)
    {
        await using var host = await RunningHost.StartAsync(typeof(RoutingFunctions));

        (await host.Client.GetAsync(path)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_function_without_a_route_is_found_under_its_name_and_the_default_prefix()
    {
        await using var host = await RunningHost.StartAsync(new HostSetup { HostJson = """{ "version": "2.0" }""" }, typeof(RoutingFunctions));

        (await host.Client.GetStringAsync("/api/Named")).ShouldBe("/api/Named");
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("PATCH")]
    [InlineData("DELETE")]
    public async Task A_trigger_without_methods_answers_any(string method)
    {
        await using var host = await RunningHost.StartAsync(typeof(RoutingFunctions));

        var response = await host.Client.SendAsync(new HttpRequestMessage(new HttpMethod(method), "/any/a/b"));

        (await response.Content.ReadAsStringAsync()).ShouldBe($"{method} a/b");
    }

    [Theory]
    [InlineData("/typed/-1/9000000000/0.5/true/x", "GET -1 9000000000 0.5 True x 7")]
    [InlineData("/typed/1/2/3/false/y/8", "GET 1 2 3 False y 8")]
    public async Task Route_values_are_read_as_the_parameters_types(string path, string expected)
    {
        await using var host = await RunningHost.StartAsync(typeof(RoutingFunctions));

        (await host.Client.GetStringAsync(path)).ShouldBe(expected);
    }

    [Theory]
    [InlineData("/typed/one/2/3/true/x")]
    [InlineData("/typed/99999999999/2/3/true/x")]
    [InlineData("/typed/1/2/three/true/x")]
    [InlineData("/typed/1/2/3/maybe/x")]
    public async Task A_route_value_of_the_wrong_type_is_400(string path)
    {
        await using var host = await RunningHost.StartAsync(typeof(RoutingFunctions));

        (await host.Client.GetAsync(path)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task The_context_tells_of_the_function_and_its_request()
    {
        await using var host = await RunningHost.StartAsync(typeof(RoutingFunctions));

        (await host.Client.GetStringAsync("/context/abc")).ShouldBe("Context abc 3 httpTrigger True True True True");
    }

    [Fact]
    public async Task Origins_named_in_the_local_settings_may_call_from_a_browser()
    {
        var setup = new HostSetup { LocalSettings = """{ "Host": { "CORS": "http://portal.test" } }""" };
        await using var host = await RunningHost.StartAsync(setup, typeof(RoutingFunctions));
        var preflight = new HttpRequestMessage(HttpMethod.Options, $"/items/{Id}");
        preflight.Headers.Add("Origin", "http://portal.test");
        preflight.Headers.Add("Access-Control-Request-Method", "PUT");

        var response = await host.Client.SendAsync(preflight);

        response.Headers.GetValues("Access-Control-Allow-Origin").ShouldBe(["http://portal.test"]);
    }
}
