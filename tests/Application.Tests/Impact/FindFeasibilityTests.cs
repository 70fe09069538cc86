using System.Text.Json;
using SloFunctions.Application.Tests.Golden;

namespace SloFunctions.Application.Tests.Impact;

public sealed class FindFeasibilityTests
{
    [Fact]
    public async Task A_plan_is_published_as_documented() =>
        (await (await Platform.OpenAsync()).FeasibilityAsync(
            """{"service_id":"gateway","desired_target":99.9,"weights":{"bank":5,"checkout":0.5},"fixed":["cache-b"]}"""))
        .ShouldMatchGolden("feasibility.json");

    [Fact]
    public async Task What_nobody_can_improve_is_not_feasible()
    {
        var answer = await JsonAsync("""{"service_id":"payment","desired_target":99.99,"fixed":["bank"]}""");

        answer.GetProperty("feasible").GetBoolean().ShouldBeFalse();
        answer.GetProperty("improvements").GetArrayLength().ShouldBe(0);
        answer.GetProperty("resulting_composite_availability").GetDouble().ShouldBe(99.95);
        answer.GetProperty("warnings")[0].GetProperty("code").GetString().ShouldBe("unachievable");
    }

    [Fact]
    public async Task A_target_that_is_met_needs_nothing()
    {
        var answer = await JsonAsync("""{"service_id":"payment","desired_target":99.8}""");

        answer.GetProperty("feasible").GetBoolean().ShouldBeTrue();
        answer.GetProperty("already_met").GetBoolean().ShouldBeTrue();
        answer.GetProperty("improvements").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task A_service_can_leave_itself_out()
    {
        var answer = await JsonAsync("""{"service_id":"payment","desired_target":99.88,"include_self":false}""");

        answer.GetProperty("improvements").EnumerateArray().Select(i => i.GetProperty("service_id").GetString()).ShouldBe(["bank"]);
    }

    [Theory]
    [InlineData("null", "body")]
    [InlineData("{}", "service_id, desired_target")]
    [InlineData("""{"service_id":"payment","desired_target":100}""", "desired_target")]
    [InlineData("""{"service_id":"payment","desired_target":99.9,"weights":{"bank":0}}""", "weights.bank")]
    [InlineData("""{"service_id":"payment","desired_target":99.9,"weights":{"bank":null}}""", "weights.bank")]
    [InlineData("""{"service_id":"payment","desired_target":99.9,"weights":{"bank":1e999}}""", "weights.bank")]
    [InlineData("""{"service_id":"payment","desired_target":99.9,"weights":{"nobody":1}}""", "weights.nobody")]
    [InlineData("""{"service_id":"payment","desired_target":99.9,"fixed":["bank",null]}""", "fixed[1]")]
    [InlineData("""{"service_id":"payment","desired_target":99.9,"fixed":["nobody"]}""", "fixed[0]")]
    [InlineData("""{"service_id":"nobody","desired_target":99.9}""", "service-not-found")]
    public async Task A_wrong_question_is_told_by_its_field(string body, string expected) =>
        (await (await Platform.OpenAsync()).FeasibilityAsync(body)).ShouldBe(expected);

    private static async Task<JsonElement> JsonAsync(string body) =>
        JsonSerializer.Deserialize<JsonElement>(await (await Platform.OpenAsync()).FeasibilityAsync(body));
}
