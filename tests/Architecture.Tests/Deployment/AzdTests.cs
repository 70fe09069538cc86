using System.Text.Json;
using System.Text.RegularExpressions;
using SloFunctions.Architecture.Tests.Deployment.Bicep;
using SloFunctions.Testing;
using YamlDotNet.RepresentationModel;

namespace SloFunctions.Architecture.Tests.Deployment;

public sealed partial class AzdTests
{
    [Fact]
    public void The_service_of_azure_yaml_is_the_project_with_the_functions_and_the_site_has_its_tag()
    {
        var services = (YamlMappingNode)Azd()["services"];
        var (key, service) = services.Children.ShouldHaveSingleItem();

        File.Exists(Path.Combine(RepositoryRoot.Combine(service["project"].ToString()), "SloFunctions.Functions.csproj")).ShouldBeTrue();
        service["host"].ToString().ShouldBe("function");
        service["language"].ToString().ShouldBe("dotnet");
        Tags("azd-service-name").ShouldBe([key.ToString()]);
        Tags("azd-env-name").ShouldNotBeEmpty();
    }

    [Fact]
    public void The_entry_of_the_deployment_is_where_azure_yaml_says()
    {
        var infra = Azd()["infra"];

        File.Exists(RepositoryRoot.Combine(infra["path"].ToString(), infra["module"] + ".bicep")).ShouldBeTrue();
        File.Exists(RepositoryRoot.Combine(infra["path"].ToString(), infra["module"] + ".parameters.json")).ShouldBeTrue();
    }

    [Fact]
    public void Every_hook_is_a_script_that_can_be_run()
    {
        var root = Azd();
        var service = ((YamlMappingNode)root["services"]).Children.Values.Single();
        // A service's hooks start in its folder.
        string[] scripts =
        [
            .. Hooks(root).Select(run => RepositoryRoot.Combine(run)),
            .. Hooks(service).Select(run => Path.Combine(RepositoryRoot.Combine(service["project"].ToString()), run)),
        ];

        scripts.Length.ShouldBe(4);
        scripts.ShouldAllBe(script => File.Exists(script) && File.ReadAllText(script).StartsWith("#!/usr/bin/env bash\n", StringComparison.Ordinal)
            && (OperatingSystem.IsWindows() || File.GetUnixFileMode(script).HasFlag(UnixFileMode.UserExecute)));
        scripts.Select(Path.GetFullPath).ShouldBe(Directory.GetFiles(RepositoryRoot.Combine("infra", "hooks")), ignoreOrder: true);
    }

    [Fact]
    public void Every_parameter_of_the_deployment_is_filled_in_and_no_other()
    {
        JsonSerializer.Deserialize<JsonElement>(SourceFiles.Read("infra/main.parameters.json")).GetProperty("parameters").EnumerateObject().Select(p => p.Name)
            .ShouldBe(Main.Parameters.Keys, ignoreOrder: true);
    }

    [Fact]
    public void Every_question_of_the_parameters_and_of_the_hooks_is_explained_in_the_readme()
    {
        string readme = SourceFiles.Read("README.md");
        string[] questions = [.. Question().Matches(SourceFiles.Read("infra/main.parameters.json")).Select(m => m.Groups["name"].Value), "DEPLOYER_IP_ADDRESS"];

        questions.Length.ShouldBeGreaterThan(20);
        questions.Where(q => !readme.Contains($"`{q}`", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public void Every_output_is_named_in_the_readme()
    {
        string readme = SourceFiles.Read("README.md");

        Main.Outputs.Select(o => o.Name).Where(name => !readme.Contains($"`{name}`", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public void Hooks_use_variables_that_outputs_or_parameters_set()
    {
        HashSet<string> known = [.. Main.Outputs.Select(o => o.Name), .. Question().Matches(SourceFiles.Read("infra/main.parameters.json")).Select(m => m.Groups["name"].Value)];
        string[] own = ["DEPLOYER_IP_ADDRESS", "PGPASSWORD", "BASH_SOURCE"];
        string[] used = [.. SourceFiles.Below("infra/hooks", "*.sh").SelectMany(file => Variable().Matches(SourceFiles.Read(file))).Select(m => m.Groups["name"].Value).Distinct(StringComparer.Ordinal)];

        used.Length.ShouldBeGreaterThan(15);
        used.Except(known).Except(own).ShouldBeEmpty();
    }

    [Fact]
    public void The_subscription_gets_the_parameters_that_it_has_and_delivers_what_the_app_takes()
    {
        var subscription = DeploymentFiles.Bicep["infra/event-subscriptions.bicep"];
        string hook = SourceFiles.Read("infra/hooks/postdeploy.sh");

        Given().Matches(hook).Select(m => m.Groups["name"].Value).ShouldBe(subscription.Parameters.Where(p => !p.Value).Select(p => p.Key), ignoreOrder: true);
        subscription.Tokens.ShouldContain(t => t.Text == "GraphUpdated");
        SourceFiles.Read("src/SloFunctions.Functions/Events/GraphUpdated.cs").ShouldContain("GraphUpdated");
        SourceFiles.Read("README.md").ShouldContain(subscription.Tokens.Single(t => t.Text.StartsWith("Slo.Graph.", StringComparison.Ordinal)).Text);
    }

    [Fact]
    public void The_host_is_configured_by_the_file_at_the_root()
    {
        var host = JsonSerializer.Deserialize<JsonElement>(SourceFiles.Read("host.json"));

        host.GetProperty("version").GetString().ShouldBe("2.0");
        host.GetProperty("telemetryMode").GetString().ShouldBe("OpenTelemetry");
        host.GetProperty("extensions").GetProperty("http").GetProperty("routePrefix").GetString().ShouldBe("");
        SourceFiles.Read("src/SloFunctions.Functions/SloFunctions.Functions.csproj")
            .ShouldContain("""<None Include="../../host.json" Link="host.json" CopyToOutputDirectory="PreserveNewest" CopyToPublishDirectory="PreserveNewest" />""");
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "host.json")).ShouldBe(SourceFiles.Read("host.json"));
    }

    [Fact]
    public void The_registration_has_the_roles_that_the_app_knows()
    {
        var roles = JsonSerializer.Deserialize<JsonElement>(SourceFiles.Read("infra/app-roles.json")).EnumerateArray().ToArray();

        roles.Select(r => r.GetProperty("value").GetString()).ShouldBe(["viewer", "service_owner", "sre_admin"]);
        roles.Select(r => r.GetProperty("id").GetGuid()).ShouldBeUnique();
    }

    [Fact]
    public void All_instances_together_leave_the_database_connections_to_spare()
    {
        // Both sizes of bicep/postgres.bicep, with the fewest and the most instances.
        var tokens = DeploymentFiles.Bicep["bicep/postgres.bicep"].Outputs.Single(o => o.Name == "connections").Expression;
        int[] limits = [.. tokens.Where(t => t.Kind == BicepTokenKind.Number).Select(t => int.Parse(t.Text, System.Globalization.CultureInfo.InvariantCulture))];

        limits.ShouldBe([1703, 414]);
        foreach (int limit in limits)
        {
            foreach (int instances in (int[])[40, 200])
            {
                int pool = Math.Min(50, (limit - 14) / instances);
                pool.ShouldBeInRange(2, 50);
                (pool * instances).ShouldBeLessThan(limit - 10);
            }
        }
    }

    private static BicepFile Main => DeploymentFiles.Bicep["infra/main.bicep"];

    private static YamlNode Azd()
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(SourceFiles.Read("azure.yaml")));
        return stream.Documents[0].RootNode;
    }

    private static IEnumerable<string> Hooks(YamlNode node) => ((YamlMappingNode)node["hooks"]).Children.Values.Select(hook => hook["run"].ToString());

    private static IEnumerable<string> Tags(string name) => DeploymentFiles.Bicep.Values.SelectMany(file =>
        file.Tokens.Zip(file.Tokens.Skip(1), file.Tokens.Skip(2)).Where(t => t.First.Text == name && t.Second.IsSymbol(":")).Select(t => t.Third.Text));

    [GeneratedRegex(@"\$\{(?<name>[A-Z_]+)[=}]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Question();

    [GeneratedRegex(@"\$\{?!?(?<name>[A-Z][A-Z_]{3,})", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Variable();

    [GeneratedRegex("""\b(?<name>\w+)="\$""", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Given();
}
