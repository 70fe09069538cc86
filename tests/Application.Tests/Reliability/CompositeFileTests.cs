using System.Text;
using SloFunctions.Application.Reliability;
using SloFunctions.Domain.Results;

namespace SloFunctions.Application.Tests.Reliability;

public sealed class CompositeFileTests
{
    private const string Case = """{"nodes":[{"id":"a","availability":0.999},{"id":"b","availability":0.99},{"id":"c","availability":0.98}],"hard":[["a","b"]],"target":"a"}""";

    [Theory]
    [InlineData(Case, "")]
    [InlineData($"[{Case},{Case}]", "[0]", "[1]")]
    [InlineData($$"""{"title":"x","version":2,"acyclic":[{{Case}}],"cyclic":[{{Case}},{{Case}}]}""", "acyclic[0]", "cyclic[0]", "cyclic[1]")]
    [InlineData($$"""{"first":{{Case}},"second":{{Case}}}""", "first", "second")]
    public void A_file_is_a_case_a_list_of_them_or_an_object_of_lists(string json, params string[] names) =>
        Read(json).Select(c => c.Name).ShouldBe(names);

    [Fact]
    public void A_case_is_read_whole()
    {
        var item = Read(
            """
            {"nodes":[{"id":"a","availability":1,"team":"x"},{"id":"b","availability":0},{"id":"c","availability":9.5e-1}],
             "hard":[["a","b"],{"source":"b","target":"c"}],
             "redundancy_groups":[{"source":"a","any_of":["b","c"]}], "targets":["a","c"], "expected":0.5}
            """).Single();

        item.Services.ShouldBe(["a", "b", "c"]);
        item.Own.ShouldBe([1, 0, 0.95]);
        item.Hard.ShouldBe([(0, 1), (1, 2)]);
        item.Groups.Single().Source.ShouldBe(0);
        item.Groups.Single().AnyOf.ShouldBe([1, 2]);
        item.Targets.ShouldBe([0, 2]);
    }

    [Fact]
    public void Dependencies_may_be_left_out_and_a_byte_order_mark_does_no_harm() =>
        Read("\uFEFF" + """{"nodes":[{"id":"a","availability":0.5}],"hard":null,"target":"a"}""").Single().Hard.ShouldBeEmpty();

    [Theory]
    [InlineData("", "file")]
    [InlineData("[]", "file")]
    [InlineData("{}", "nodes")]
    [InlineData("null", "file")]
    [InlineData("[7]", "[0]")]
    [InlineData("""{"cases":[]}""", "file")]
    [InlineData("""{"nodes":[{"id":"a","availability":NaN}],"target":"a"}""", "nodes[0].availability")]
    [InlineData("""{"nodes":[{"id":"a","availability":1},{"id":"b","availability":-Infinity}],"target":"a"}""", "nodes[1].availability")]
    [InlineData("""{"x":[{"nodes":[{"id":"a","availability":1}],"target":"a"},{"nodes":[1,]}]}""", "x[1].nodes[1]")]
    [InlineData("""{"nodes":[{"id":"\ud800","availability":1}],"target":"a"}""", "nodes[0].id")]
    [InlineData("""{"nodes":[{"id":"a","availability":1}],"target":"a","target":"a"}""", "file")]
    public void What_is_no_such_file_is_said_where_it_goes_wrong(string json, string field) => Errors(json)[0].Field.ShouldBe(field);

    [Theory]
    [InlineData("nodes[0].availability", """{"id":"a","availability":1.0000001}""")]
    [InlineData("nodes[0].availability", """{"id":"a","availability":-0.1}""")]
    [InlineData("nodes[0].availability", """{"id":"a","availability":1e400}""")]
    [InlineData("nodes[0].availability", """{"id":"a","availability":"NaN"}""")]
    [InlineData("nodes[0].availability", """{"id":"a","availability":null}""")]
    [InlineData("nodes[0].availability", """{"id":"a"}""")]
    [InlineData("nodes[0].id", """{"availability":1}""")]
    [InlineData("nodes[0].id", """{"id":7,"availability":1}""")]
    [InlineData("nodes[0].id", """{"id":"\u001b[31m","availability":1}""")]
    [InlineData("nodes[0]", "5")]
    public void Of_a_node_the_wrong_field_is_named(string field, string node) =>
        Errors($$"""[{"nodes":[{{node}}],"target":"a"}]""").ShouldContain(e => e.Field == "[0]." + field);

    [Theory]
    [InlineData("nodes[1].id", """{"nodes":[{"id":"a","availability":1},{"id":"a","availability":1}],"target":"a"}""")]
    [InlineData("target", """{"nodes":[{"id":"a","availability":1}]}""")]
    [InlineData("target", """{"nodes":[{"id":"a","availability":1}],"target":"z"}""")]
    [InlineData("target", """{"nodes":[{"id":"a","availability":1}],"target":3}""")]
    [InlineData("targets", """{"nodes":[{"id":"a","availability":1}],"targets":[]}""")]
    [InlineData("targets[1]", """{"nodes":[{"id":"a","availability":1}],"targets":["a","z"]}""")]
    [InlineData("nodes", """{"nodes":{},"target":"a"}""")]
    [InlineData("hard", """{"nodes":[{"id":"a","availability":1}],"hard":{},"target":"a"}""")]
    [InlineData("hard[0]", """{"nodes":[{"id":"a","availability":1}],"hard":[["a","a"]],"target":"a"}""")]
    [InlineData("hard[0]", """{"nodes":[{"id":"a","availability":1}],"hard":[["a"]],"target":"a"}""")]
    [InlineData("hard[0][1]", """{"nodes":[{"id":"a","availability":1}],"hard":[["a","z"]],"target":"a"}""")]
    [InlineData("redundancy_groups[0]", """{"nodes":[{"id":"a","availability":1}],"redundancy_groups":["a"],"target":"a"}""")]
    [InlineData("redundancy_groups[0].source", """{"nodes":[{"id":"a","availability":1}],"redundancy_groups":[{"any_of":["a"]}],"target":"a"}""")]
    [InlineData("redundancy_groups[0].any_of", """{"nodes":[{"id":"a","availability":1}],"redundancy_groups":[{"source":"a"}],"target":"a"}""")]
    [InlineData("redundancy_groups[0].any_of", """{"nodes":[{"id":"a","availability":1}],"redundancy_groups":[{"source":"a","any_of":[]}],"target":"a"}""")]
    [InlineData("redundancy_groups[0].any_of[1]", """{"nodes":[{"id":"a","availability":1},{"id":"b","availability":1}],"redundancy_groups":[{"source":"a","any_of":["b","z"]}],"target":"a"}""")]
    [InlineData("redundancy_groups[0].any_of[0]", """{"nodes":[{"id":"a","availability":1}],"redundancy_groups":[{"source":"a","any_of":["a"]}],"target":"a"}""")]
    public void Of_a_case_the_wrong_field_is_named(string field, string content) => Errors(content)[0].Field.ShouldBe(field);

    [Fact]
    public void No_more_errors_are_listed_than_help() =>
        Errors($$"""{"nodes":[{{string.Join(',', Enumerable.Repeat("{}", 1000))}}],"target":"a"}""").Count.ShouldBe(20);

    [Fact]
    public void What_is_quoted_of_the_file_cannot_steer_a_terminal() =>
        Errors("""{"nodes":[{"id":"a","availability":1}],"hard":[["a","\u001b]0;x\u0007"]],"target":"a"}""" + "\n").ShouldAllBe(e => !e.Message.Any(char.IsControl));

    private static IReadOnlyList<CompositeCase> Read(string json) => CompositeFile.Read(Encoding.UTF8.GetBytes(json)).Value.ShouldNotBeNull();

    private static IReadOnlyList<FieldError> Errors(string json) => CompositeFile.Read(Encoding.UTF8.GetBytes(json)).Error.ShouldNotBeNull().Fields;
}
