using Microsoft.AspNetCore.Http;
using SloFunctions.Functions.OpenApi;

namespace SloFunctions.OpenApi.Tests;

public sealed class HttpFunctionTests
{
    [Fact]
    public void Every_HTTP_function_declares_what_it_answers_or_that_it_is_no_part_of_the_API()
    {
        HttpFunction.All.Count.ShouldBeGreaterThan(15);
        HttpFunction.All.Where(f => !f.IsDeclared).Select(f => f.Name).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(nameof(Functions.Silent), false)]
    [InlineData(nameof(Functions.WithoutAnswer), false)]
    [InlineData(nameof(Functions.Complete), true)]
    [InlineData(nameof(Functions.NoPart), true)]
    public void A_declaration_that_is_missing_is_noticed(string method, bool isDeclared)
    {
        new HttpFunction(method, typeof(Functions).GetMethod(method)!, "api/v1/x", ["get"]).IsDeclared.ShouldBe(isDeclared);
    }

    [Theory]
    [InlineData("api/v1/services/{serviceId}/slos", "/api/v1/services/{service_id}/slos")]
    [InlineData("docs/{*asset}", "/docs/{asset}")]
    [InlineData("x/{ruleId:guid}", "/x/{rule_id}")]
    public void Names_in_routes_are_written_as_in_bodies(string route, string path)
    {
        new HttpFunction("x", typeof(Functions).GetMethod(nameof(Functions.Silent))!, route, ["get"]).Path.ShouldBe(path);
    }

    private static class Functions
    {
        public static void Silent()
        {
        }

        [Operation("x")]
        public static void WithoutAnswer()
        {
        }

        [Operation("x")]
        [Answers(StatusCodes.Status200OK)]
        public static void Complete()
        {
        }

        [Undocumented("x")]
        public static void NoPart()
        {
        }
    }
}
