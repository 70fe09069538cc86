using System.Net;
using EndToEnd.Tests.App;

namespace EndToEnd.Tests.BadInput;

[Collection(PlainAppTests.Name)]
public sealed class PathTests(PlainApp app)
{
    [Theory]
    [InlineData("/api/v1/services/nobody-knows-it/dependencies")]
    [InlineData("/api/v1/services/nobody-knows-it/slo-recommendations")]
    public async Task An_unknown_service_is_not_found(string path)
    {
        var problem = (await app.Api.GetAsync(path)).ShouldBeProblem(HttpStatusCode.NotFound);

        problem.GetProperty("type").GetString().ShouldBe("/errors/service-not-found");
        problem.GetProperty("title").GetString().ShouldBe("Service Not Found");
        problem.GetProperty("detail").GetString().ShouldBe("Service with ID 'nobody-knows-it' is not registered.");
        problem.GetProperty("instance").GetString().ShouldBe(path);
        problem.TryGetProperty("errors", out _).ShouldBeFalse();
    }

    [Theory]
    [InlineData("%01")]
    [InlineData("a%7Fb")]
    [InlineData("%20x")]
    [InlineData("a%E2%80%AEb")]
    [InlineData("a%EF%BF%BDb")]
    public async Task An_id_that_no_service_can_have_is_refused(string id)
    {
        (await app.Api.GetAsync($"/api/v1/services/{id}/dependencies")).ShouldBeProblem(HttpStatusCode.BadRequest, "service_id");
        (await app.Api.GetAsync($"/api/v1/services/{id}/slo-recommendations")).ShouldBeProblem(HttpStatusCode.BadRequest, "service_id");
    }

    [Fact]
    public async Task An_id_too_long_is_refused() =>
        (await app.Api.GetAsync(Api.Dependencies(new string('x', 256)))).ShouldBeProblem(HttpStatusCode.BadRequest, "service_id");

    [OwnHostTheory]
    [InlineData("/api/v1/services/a%00b/dependencies", 400)]
    [InlineData("/api/v1/services/%FF/dependencies", 401)]
    [InlineData("/api/v1/services/%/dependencies", 401)]
    [InlineData("/api/v1/services/../../../etc/passwd", 404)]
    [InlineData("/api/v1/services/../dependencies", 404)]
    [InlineData("/api/v1/services//dependencies", 404)]
    [InlineData("/api/v1/services/x/nothing-here", 404)]
    [InlineData("/", 404)]
    [InlineData("*", 405)]
    public async Task A_path_written_by_hand_is_answered_in_good_order(string target, int status) =>
        (await RawHttp.GetStatusAsync(app.Api.BaseUrl, target)).ShouldBe(status);

    [OwnHostTheory]
    [InlineData("PUT", "/api/v1/services/dependencies", "POST")]
    [InlineData("GET", "/api/v1/services/dependencies", "POST")]
    [InlineData("HEAD", "/api/v1/services", "GET")]
    [InlineData("OPTIONS", "/api/v1/services", "GET")]
    [InlineData("POST", "/api/v1/services/x/slo-recommendations", "GET, HEAD")]
    [InlineData("DELETE", "/api/v1/services/x/dependencies", "GET")]
    [InlineData("POST", "/api/v1/health", "GET")]
    public async Task A_method_that_is_not_offered_is_answered_with_those_that_are(string method, string path, string allowed)
    {
        var answer = await app.Api.SendAsync(new HttpRequestMessage(new HttpMethod(method), path));

        answer.Status.ShouldBe(HttpStatusCode.MethodNotAllowed);
        answer.Headers["Allow"].ShouldBe(allowed);
        if (method != "HEAD") answer.ShouldBeProblem(HttpStatusCode.MethodNotAllowed).GetProperty("type").GetString().ShouldBe("/errors/method-not-allowed");
    }

    [OwnHostTheory]
    [InlineData("GET", "/api/v1/nothing-here")]
    [InlineData("DELETE", "/api/v1/services/x/y/z")]
    [InlineData("POST", "/api/v1/")]
    public async Task A_path_that_is_not_served_is_a_problem(string method, string path)
    {
        var answer = await app.Api.SendAsItIsAsync(new HttpRequestMessage(new HttpMethod(method), path));

        answer.ShouldBeProblem(HttpStatusCode.NotFound).GetProperty("type").GetString().ShouldBe("/errors/no-such-route");
    }

    [OwnHostFact]
    public async Task The_paths_of_the_host_stay_its_own()
    {
        (await app.Api.SendAsItIsAsync(new HttpRequestMessage(HttpMethod.Get, "/admin/nothing-here"))).MediaType.ShouldBeNull();
        (await app.Api.SendAsItIsAsync(new HttpRequestMessage(HttpMethod.Get, "/runtime/nothing-here"))).MediaType.ShouldBeNull();
    }
}
