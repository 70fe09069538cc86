using System.Xml.Linq;

namespace SloFunctions.Architecture.Tests;

public sealed class PackageTests
{
    // What is deployed, whether it can be restored on the machine of the tests or stand-ins take its place.
    private static readonly Dictionary<string, string> Expected = new()
    {
        ["Microsoft.AspNetCore.Authentication.JwtBearer"] = "10.0.15",
        ["Microsoft.Azure.Functions.Worker"] = "2.52.0",
        ["Microsoft.Azure.Functions.Worker.Sdk"] = "2.0.7",
        ["Microsoft.Azure.Functions.Worker.Extensions.Http"] = "3.3.0",
        ["Microsoft.Azure.Functions.Worker.Extensions.Http.AspNetCore"] = "2.1.1",
        ["Microsoft.Azure.Functions.Worker.Extensions.EventGrid"] = "3.6.0",
        ["Microsoft.Azure.Functions.Worker.Extensions.DurableTask"] = "1.14.1",
        ["Microsoft.Azure.Functions.Worker.Extensions.Timer"] = "4.3.1",
        ["Microsoft.Identity.Web"] = "4.9.0",
        ["Microsoft.Azure.Functions.Worker.OpenTelemetry"] = "1.2.0",
        ["Azure.Monitor.OpenTelemetry.Exporter"] = "1.8.1",
    };

    // The same for the adapters.
    private static readonly Dictionary<string, string> Adapters = new()
    {
        ["Azure.Data.Tables"] = "12.11.0",
    };

    // Libraries that are the same everywhere.
    private static readonly Dictionary<string, string> Libraries = new()
    {
        ["Azure.Core"] = "1.64.0",
        ["Azure.Identity"] = "1.21.0",
    };

    [Fact]
    public void The_packages_of_Azure_have_the_versions_that_are_deployed()
    {
        var stated = XDocument.Parse(SourceFiles.Read("Directory.Packages.props")).Descendants("PackageVersion")
            .ToDictionary(e => e.Attribute("Include")!.Value, e => e.Attribute("Version")!.Value);

        stated.Where(p => IsOfAzure(p.Key)).ToDictionary().ShouldBe(Expected.Concat(Adapters).Concat(Libraries).ToDictionary(), ignoreOrder: true);
    }

    [Fact]
    public void Every_project_takes_its_versions_from_the_central_list()
    {
        var references = Projects().SelectMany(p => p.Xml.Descendants("PackageReference")).ToArray();

        references.ShouldNotBeEmpty();
        references.ShouldAllBe(r => r.Attribute("Version") == null && r.Attribute("VersionOverride") == null);
        references.Select(r => r.Attribute("Include")!.Value).Where(IsOfAzure).ShouldAllBe(name => Expected.ContainsKey(name) || Adapters.ContainsKey(name) || Libraries.ContainsKey(name));
    }

    [Fact]
    public void The_functions_ask_for_the_real_packages()
    {
        Projects().Single(p => p.File.EndsWith("SloFunctions.Functions.csproj", StringComparison.Ordinal)).Xml.Descendants("PackageReference")
            .Select(r => r.Attribute("Include")!.Value)
            .Where(IsOfAzure)
            .ShouldBe(Expected.Keys, ignoreOrder: true);
        Projects().Single(p => p.File.EndsWith("SloFunctions.Infrastructure.csproj", StringComparison.Ordinal)).Xml.Descendants("PackageReference")
            .Select(r => r.Attribute("Include")!.Value)
            .ShouldContain(name => Adapters.ContainsKey(name), Adapters.Count);
    }

    [Fact]
    public void Stand_ins_are_swapped_in_at_one_place()
    {
        SourceFiles.Below("src", "*.csproj").Concat(SourceFiles.Below("tests", "*.csproj"))
            .Where(file => !file.StartsWith("src/StandIns/", StringComparison.Ordinal) && !file.StartsWith("tests/StandIns.Tests/", StringComparison.Ordinal))
            .Where(file => SourceFiles.Read(file).Contains("StandIns/", StringComparison.Ordinal))
            .ShouldBeEmpty();
        SourceFiles.Below("src", "*.cs")
            .Where(file => SourceFiles.Lines(file).Any(line => line.StartsWith("#if", StringComparison.Ordinal)))
            .ShouldBeEmpty();
    }

    private static bool IsOfAzure(string package) =>
        new[] { "Microsoft.Azure.", "Azure.", "Microsoft.DurableTask.", "Microsoft.Identity.", "Microsoft.AspNetCore." }.Any(start => package.StartsWith(start, StringComparison.Ordinal));

    private static IEnumerable<(string File, XDocument Xml)> Projects() =>
        SourceFiles.Below("src", "*.csproj").Concat(SourceFiles.Below("tests", "*.csproj")).Select(file => (file, XDocument.Parse(SourceFiles.Read(file))));
}
