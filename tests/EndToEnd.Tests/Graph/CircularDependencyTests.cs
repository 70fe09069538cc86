using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using EndToEnd.Tests.App;

namespace EndToEnd.Tests.Graph;

[Collection(PlainAppTests.Name)]
public sealed class CircularDependencyTests(PlainApp app)
{
    private const string Cycles = "/api/v1/circular-dependencies";

    [Fact]
    public async Task Cycles_among_five_hundred_services_are_reported_with_their_paths()
    {
        // Layers that only call downwards, and four circles through them, one of two services and one of forty.
        var random = new Random(1);
        var edges = new HashSet<(int, int)>();
        while (edges.Count < 1500) edges.Add((random.Next(200), 200 + random.Next(300)));
        int[][] circles = [[300, 301], [310, 311, 312], [320, 321, 322, 323, 324], [.. Enumerable.Range(400, 40)]];
        foreach (int[] circle in circles)
            for (int i = 0; i < circle.Length; i++) edges.Add((circle[i], circle[(i + 1) % circle.Length]));

        var receipt = (await IngestAsync(edges)).ShouldBe(HttpStatusCode.Accepted);

        receipt.GetProperty("new_cycles_total").GetInt32().ShouldBe(4);
        receipt.GetProperty("new_cycles").EnumerateArray().Select(c => Names(c, "cycle_path"))
            .ShouldBe(circles.Select(circle => string.Join(' ', circle.Append(circle[0]).Select(Id))));
        var listed = await ListAsync("");
        foreach (var cycle in receipt.GetProperty("new_cycles").EnumerateArray())
        {
            var shown = listed.Single(c => c.GetProperty("id").GetGuid() == cycle.GetProperty("id").GetGuid());
            (Names(shown, "cycle_path"), shown.GetProperty("status").GetString(), shown.GetProperty("is_present").GetBoolean())
                .ShouldBe((Names(cycle, "cycle_path"), "open", true));
            shown.GetProperty("services").GetArrayLength().ShouldBe(cycle.GetProperty("service_count").GetInt32());
        }

        (await IngestAsync(edges)).ShouldBe(HttpStatusCode.Accepted).GetProperty("new_cycles_total").GetInt32().ShouldBe(0);
    }

    [OwnHostFact]
    public async Task A_cycle_is_acknowledged_and_resolved_by_people()
    {
        var receipt = (await app.Api.IngestAsync(
            """{"source":"manual","edges":[{"source":"loop-a","target":"loop-b"},{"source":"loop-b","target":"loop-a"}]}""")).ShouldBe(HttpStatusCode.Accepted);
        var id = receipt.GetProperty("new_cycles")[0].GetProperty("id").GetGuid();

        var noted = (await PostAsync($"{Cycles}/{id}/acknowledge", """{"actor":"mallory","notes":"Looked at."}""")).ShouldBe(HttpStatusCode.OK);
        (noted.GetProperty("status").GetString(), noted.GetProperty("acknowledged_by").GetString()).ShouldBe(("acknowledged", "ann@example.org"));
        var resolved = (await PostAsync($"{Cycles}/{id}/resolve", """{"notes":"Calls back by a queue now."}""")).ShouldBe(HttpStatusCode.OK);
        (resolved.GetProperty("status").GetString(), resolved.GetProperty("resolved_by").GetString(), resolved.GetProperty("resolution_notes").GetString())
            .ShouldBe(("resolved", "ann@example.org", "Calls back by a queue now."));

        (await ListAsync("status=resolved")).ShouldContain(c => c.GetProperty("id").GetGuid() == id);
        (await ListAsync("status=open")).ShouldNotContain(c => c.GetProperty("id").GetGuid() == id);
        (await PostAsync($"{Cycles}/{id}/resolve", null)).ShouldBe(HttpStatusCode.OK);
        (await PostAsync($"{Cycles}/{id}/acknowledge", null)).ShouldBeProblem(HttpStatusCode.Conflict);
    }

    [OwnHostTheory]
    [InlineData("no-uuid", "{}", "cycle_id")]
    [InlineData("{11111111-1111-1111-1111-111111111111}", "{}", "cycle_id")]
    [InlineData("11111111-1111-1111-1111-111111111111", """{"notes": "\ud800"}""", null)]
    [InlineData("11111111-1111-1111-1111-111111111111", """{"notes": ""}""", "notes")]
    [InlineData("11111111-1111-1111-1111-111111111111", """{"notes": "x\u0001"}""", "notes")]
    [InlineData("11111111-1111-1111-1111-111111111111", "[]", null)]
    [InlineData("11111111-1111-1111-1111-111111111111", "{", null)]
    public async Task A_wrong_request_about_a_cycle_names_its_field(string id, string body, string? field)
    {
        string before = await app.StateAsync();
        foreach (string action in (string[])["acknowledge", "resolve"])
            (await PostAsync($"{Cycles}/{Uri.EscapeDataString(id)}/{action}", body)).ShouldBeProblem(HttpStatusCode.BadRequest, field);
        (await app.StateAsync()).ShouldBe(before);
    }

    [OwnHostFact]
    public async Task A_cycle_that_nobody_knows_is_not_found() =>
        (await PostAsync($"{Cycles}/11111111-1111-1111-1111-111111111111/resolve", null)).ShouldBeProblem(HttpStatusCode.NotFound);

    [Theory]
    [InlineData("status=closed", "status")]
    [InlineData("cursor=x", "cursor")]
    [InlineData("cursor=WyJhIl0", "cursor")]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=501", "limit")]
    public async Task A_wrong_parameter_of_the_list_is_named(string query, string field) =>
        (await app.Api.GetAsync($"{Cycles}?{query}")).ShouldBeProblem(HttpStatusCode.BadRequest, field);

    private static string Names(JsonElement cycle, string property) => string.Join(' ', cycle.GetProperty(property).EnumerateArray().Select(s => s.GetString()));

    private static string Id(int i) => i.ToString("'circle-'000", CultureInfo.InvariantCulture);

    private Task<Answer> IngestAsync(IEnumerable<(int Source, int Target)> edges) => app.Api.IngestAsync(JsonSerializer.Serialize(new
    {
        source = "manual",
        nodes = Enumerable.Range(0, 500).Select(i => new { service_id = Id(i) }),
        edges = edges.Select(e => new { source = Id(e.Source), target = Id(e.Target) }),
    }));

    private Task<Answer> PostAsync(string path, string? body) => app.Api.SendAsync(new HttpRequestMessage(HttpMethod.Post, path)
    {
        Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json"),
        Headers = { Authorization = new("Bearer", app.AdministratorToken()) },
    });

    private async Task<IReadOnlyList<JsonElement>> ListAsync(string query)
    {
        var all = new List<JsonElement>();
        string cursor = "";
        while (true)
        {
            var page = (await app.Api.GetAsync($"{Cycles}?limit=3&{query}{cursor}")).ShouldBe(HttpStatusCode.OK);
            all.AddRange(page.GetProperty("circular_dependencies").EnumerateArray());
            if (page.GetProperty("next_cursor").GetString() is not { } next) return all;
            cursor = $"&cursor={next}";
        }
    }
}
