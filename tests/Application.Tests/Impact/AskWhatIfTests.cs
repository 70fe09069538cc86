using System.Text.Json;
using SloFunctions.Application.Tests.Golden;

namespace SloFunctions.Application.Tests.Impact;

public sealed class AskWhatIfTests
{
    [Fact]
    public async Task An_answer_is_published_as_documented() =>
        (await (await Platform.OpenAsync()).WhatIfAsync(
            """
            {"changes":[
              {"type":"add_service","service_id":"second-bank","availability":99.5},
              {"type":"make_redundant","source":"payment","members":["bank","second-bank"]},
              {"type":"degrade","service_id":"cache-a","delta_nines":1},
              {"type":"remove_dependency","source":"audit","target":"reports"},
              {"type":"add_dependency","source":"bank","target":"left"}]}
            """))
        .ShouldMatchGolden("what-if.json");

    [Fact]
    public async Task Only_services_that_are_asked_for_are_told_of()
    {
        var answer = JsonSerializer.Deserialize<JsonElement>(await (await Platform.OpenAsync()).WhatIfAsync(
            """{"changes":[{"type":"improve","service_id":"bank","availability":99.99}],"services":["gateway","lonely"]}"""));

        answer.GetProperty("services").EnumerateArray().Select(s => s.GetProperty("service_id").GetString()).ShouldBe(["gateway", "lonely"]);
        answer.GetProperty("summary").GetProperty("improved").GetInt32().ShouldBe(1);
    }

    [Theory]
    [InlineData("improve", 99, "bank is 99.95% available by itself, so that this changes nothing")]
    [InlineData("degrade", 99.99, "bank is 99.95% available by itself, so that this changes nothing")]
    [InlineData("degrade", 0, "bank becomes 0% instead of 99.95% available by itself")]
    [InlineData("improve", 100, "bank becomes 100% instead of 99.95% available by itself")]
    public async Task An_improvement_never_makes_worse_and_the_other_way_round(string type, double availability, string effect)
    {
        var answer = JsonSerializer.Deserialize<JsonElement>(await (await Platform.OpenAsync()).WhatIfAsync(
            $$"""{"changes":[{"type":"{{type}}","service_id":"bank","availability":{{availability}}}]}"""));

        answer.GetProperty("changes")[0].GetProperty("effect").GetString().ShouldBe(effect);
    }

    [Fact]
    public async Task A_group_that_exists_can_be_joined()
    {
        string answer = await (await Platform.OpenAsync()).WhatIfAsync(
            """{"changes":[{"type":"make_redundant","source":"checkout","group":"caches","members":["lonely"]}],"services":["checkout"]}""");

        JsonSerializer.Deserialize<JsonElement>(answer).GetProperty("services")[0].GetProperty("delta").GetDouble().ShouldBeGreaterThan(0);
    }

    [Theory]
    [InlineData("null", "body")]
    [InlineData("{}", "changes")]
    [InlineData("""{"changes":[]}""", "changes")]
    [InlineData("""{"changes":[null]}""", "changes[0]")]
    [InlineData("""{"changes":[{}]}""", "changes[0].type")]
    [InlineData("""{"changes":[{"type":"explode"}]}""", "changes[0].type")]
    [InlineData("""{"changes":[{"type":"improve"}]}""", "changes[0].service_id, changes[0].availability")]
    [InlineData("""{"changes":[{"type":"improve","service_id":"nobody","availability":99}]}""", "changes[0].service_id")]
    [InlineData("""{"changes":[{"type":"improve","service_id":"bank","availability":99,"delta_nines":1}]}""", "changes[0].availability")]
    [InlineData("""{"changes":[{"type":"improve","service_id":"bank","availability":101}]}""", "changes[0].availability")]
    [InlineData("""{"changes":[{"type":"degrade","service_id":"bank","delta_nines":0}]}""", "changes[0].delta_nines")]
    [InlineData("""{"changes":[{"type":"degrade","service_id":"bank","delta_nines":1e999}]}""", "changes[0].delta_nines")]
    [InlineData("""{"changes":[{"type":"improve","service_id":"bank","availability":99},{"type":"degrade","service_id":"bank","availability":98}]}""", "changes[1].service_id")]
    [InlineData("""{"changes":[{"type":"add_service","service_id":"bank","availability":99}]}""", "changes[0].service_id")]
    [InlineData("""{"changes":[{"type":"add_service","service_id":"new"}]}""", "changes[0].availability")]
    [InlineData("""{"changes":[{"type":"add_service","service_id":" new","availability":99}]}""", "changes[0].service_id")]
    [InlineData("""{"changes":[{"type":"add_dependency","source":"bank","target":"bank"}]}""", "changes[0].target")]
    [InlineData("""{"changes":[{"type":"add_dependency","source":"bank","target":"new"},{"type":"add_service","service_id":"new","availability":99}]}""", "changes[0].target")]
    [InlineData("""{"changes":[{"type":"add_dependency","source":"payment","target":"bank"}]}""", "changes[0].target")]
    [InlineData("""{"changes":[{"type":"add_dependency","source":"bank","target":"left","mode":"later","criticality":"maybe"}]}""", "changes[0].mode, changes[0].criticality")]
    [InlineData("""{"changes":[{"type":"add_dependency","source":"bank","target":"left"},{"type":"remove_dependency","source":"bank","target":"left"}]}""", "changes[1].target")]
    [InlineData("""{"changes":[{"type":"remove_dependency","source":"bank","target":"payment"}]}""", "changes[0].target")]
    [InlineData("""{"changes":[{"type":"improve","service_id":"bank","availability":100},{"type":"improve","service_id":"left","availability":100},{"type":"make_redundant","source":"payment","members":["bank","nobody"]}]}""", "changes[2].members[1]")]
    [InlineData("""{"changes":[{"type":"make_redundant","source":"payment","members":["bank","payment"]}]}""", "changes[0].members[1]")]
    [InlineData("""{"changes":[{"type":"make_redundant","source":"payment","members":["bank","bank"]}]}""", "changes[0].members[1]")]
    [InlineData("""{"changes":[{"type":"make_redundant","source":"payment","members":["bank"]}]}""", "changes[0].members")]
    [InlineData("""{"changes":[{"type":"make_redundant","source":"payment","members":[]}]}""", "changes[0].members")]
    [InlineData("""{"changes":[{"type":"make_redundant","source":"payment","members":[null,"bank"]}]}""", "changes[0].members[0]")]
    [InlineData("""{"changes":[{"type":"make_redundant","source":"payment","group":"none","members":["left","bank"]}]}""", "changes[0].group")]
    [InlineData("""{"changes":[{"type":"improve","service_id":"bank","availability":99.99}],"services":["gateway",null]}""", "services[1]")]
    public async Task A_wrong_question_is_told_by_its_field(string body, string expected) =>
        (await (await Platform.OpenAsync()).WhatIfAsync(body)).ShouldBe(expected);

    [Fact]
    public async Task More_than_fifty_changes_are_refused()
    {
        string changes = string.Join(',', Enumerable.Repeat("""{"type":"improve","service_id":"bank","availability":99.99}""", 51));

        (await (await Platform.OpenAsync()).WhatIfAsync($$"""{"changes":[{{changes}}]}""")).ShouldBe("changes");
    }
}
