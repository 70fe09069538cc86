using SloFunctions.Architecture.Tests.Deployment.Bicep;

namespace SloFunctions.Architecture.Tests.Deployment;

public sealed class BicepTests
{
    private const string Sound = """
        param location string
        param name string = 'it''s'

        // A bracket in a comment { and one in a text are none.
        resource topic 'Microsoft.EventGrid/topics@2025-02-15' = {
          name: '${name}-{'
          location: location
          properties: { inputSchema: 'CloudEventSchemaV1_0' }
        }

        output name string = topic.name
        """;

    [Fact]
    public void Nothing_is_wrong_with_any_file()
    {
        DeploymentFiles.Bicep.Values.SelectMany(DeploymentFiles.Findings).ShouldBeEmpty();
    }

    [Fact]
    public void The_files_are_read_and_not_passed_over()
    {
        var files = DeploymentFiles.Bicep;

        files.Keys.ShouldContain("infra/main.bicep");
        files["infra/main.bicep"].Modules.Count.ShouldBeGreaterThan(10);
        files["infra/main.bicep"].Parameters.Keys.ShouldContain("prometheusUrl");
        files["infra/main.bicep"].Loaded.ShouldContain("settings.json");
        files["infra/main.bicep"].Outputs.Select(o => o.Name).ShouldContain("SERVICE_API_URI");
        files["bicep/rbac.bicep"].Tokens.Count(t => DeploymentFiles.Policy.Roles.ContainsKey(t.Text)).ShouldBe(8);
        files.Values.SelectMany(f => f.Resources).Select(r => r.Target.Split('@')[0]).Where(t => t.Contains('.', StringComparison.Ordinal)).Distinct()
            .ShouldBe(DeploymentFiles.Policy.Versions.Keys, ignoreOrder: true);
    }

    [Fact]
    public void Every_module_is_used()
    {
        var used = DeploymentFiles.Bicep.Values.SelectMany(f => f.Modules.Select(m => BicepModules.Resolve(f.Path, m.Target))).ToHashSet(StringComparer.Ordinal);

        DeploymentFiles.Bicep.Keys.Where(path => path.StartsWith("bicep/", StringComparison.Ordinal)).ShouldBe(used, ignoreOrder: true);
    }

    [Fact]
    public void A_sound_file_has_no_findings()
    {
        DeploymentFiles.Findings(BicepFile.Parse("bicep/sound.bicep", Sound.Replace("it''s", "its", StringComparison.Ordinal))).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("@2025-02-15", "@2024-02-15", "Microsoft.EventGrid/topics@2024-02-15 is not among the versions")]
    [InlineData("Microsoft.EventGrid/topics@", "Microsoft.EventGrid/topic@", "Microsoft.EventGrid/topic@2025-02-15 is not among")]
    [InlineData("'CloudEventSchemaV1_0'", "'d5a91429-5739-47e2-a06b-3470a27159e8'", "line 8: d5a91429-5739-47e2-a06b-3470a27159e8 is the id of no known role")]
    [InlineData("location: location", "location: region", "line 7: region is declared nowhere")]
    [InlineData("location: location", "location: toupper(location)", "toupper is declared nowhere")]
    [InlineData("location: location", "location: 'westeurope'", "the parameter location is used nowhere")]
    [InlineData("output name string = topic.name", "output topicAccessKey string = topic.name", "the output topicAccessKey looks like a secret")]
    [InlineData("output name string = topic.name", "output it string = topic.listKeys().key1", "the output it looks like a secret")]
    [InlineData("output name string = topic.name", "output it string = topic.properties.ConnectionString", "the output it looks like a secret")]
    [InlineData("output name string = topic.name", "output ADMIN_PASSWORD string = topic.name", "the output ADMIN_PASSWORD looks like a secret")]
    [InlineData("output name string = topic.name", "var it = loadJsonContent('nothing.json')\noutput name string = it.a", "there is no bicep/nothing.json")]
    [InlineData("output name string = topic.name", "module m 'nothing.bicep' = {\n  name: topic.name\n  params: { a: 1 }\n}", "there is no bicep/nothing.bicep")]
    [InlineData("output name string = topic.name", "module m 'identity.bicep' = {\n  name: topic.name\n  params: { name: name, location: location, tags: {}, owner: 'x' }\n}", "bicep/identity.bicep has no parameter owner")]
    [InlineData("output name string = topic.name", "module m 'identity.bicep' = {\n  name: topic.name\n  params: { name: name, location: location }\n}", "bicep/identity.bicep needs the parameter tags")]
    [InlineData("output name string = topic.name", "module m 'identity.bicep' = {\n  name: topic.name\n  params: { name: name, location: location, tags: {} }\n}\noutput id string = m.outputs.identifier", "bicep/identity.bicep has no output identifier")]
    public void A_mistake_is_found(string right, string wrong, string finding)
    {
        string text = Sound.Replace("it''s", "its", StringComparison.Ordinal);
        text.ShouldContain(right);

        DeploymentFiles.Findings(BicepFile.Parse("bicep/wrong.bicep", text.Replace(right, wrong, StringComparison.Ordinal))).ShouldContain(f => f.Contains(finding, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("a {", "line 1: '{' does not end")]
    [InlineData("a\n}", "line 2: '}' ends what was not begun")]
    [InlineData("a [\n)", "line 2: ')' ends what was not begun")]
    [InlineData("a = 'b\nc = 'd'", "line 1: A text does not end")]
    [InlineData("a = '${b'", "line 1: ")]
    [InlineData("a = '''b", "line 1: A text does not end")]
    [InlineData("a /* b", "line 1: A comment does not end")]
    [InlineData("a = '{${b}'\n{ }\n]", "line 3: ']' ends what was not begun")]
    public void What_is_not_balanced_is_told_with_its_line(string text, string complaint)
    {
        Should.Throw<FormatException>(() => BicepFile.Parse("x.bicep", text)).Message.ShouldStartWith($"x.bicep, {complaint}");
    }

    [Theory]
    [InlineData("a = '\\'{'")]
    [InlineData("a = '''{ '(' '''")]
    [InlineData("a = '${b['}']}'")]
    [InlineData("a /* { ' */ // ' [")]
    [InlineData("a = '\\${'")]
    public void Brackets_in_texts_and_comments_do_not_count(string text)
    {
        BicepTokenizer.Read(text).Select(t => t.Text).ShouldContain("a");
    }
}
