using System.Reflection;
using System.Xml.Linq;
using SloFunctions.Application.Graph;
using SloFunctions.Domain.Graph;
using SloFunctions.Functions;
using SloFunctions.Infrastructure;

namespace SloFunctions.Architecture.Tests;

public sealed class ReferenceTests
{
    private static readonly Assembly Domain = typeof(ServiceId).Assembly;
    private static readonly Assembly Application = typeof(IngestGraph).Assembly;
    private static readonly Assembly Infrastructure = typeof(InfrastructureRegistration).Assembly;
    private static readonly Assembly Functions = typeof(FunctionApp).Assembly;

    [Fact]
    public void The_Domain_refers_to_the_base_library_and_MathNet_alone()
    {
        BeyondTheBaseLibrary(Domain).ShouldBe(["MathNet.Numerics"]);
        Asked("SloFunctions.Domain").ShouldBe(["MathNet.Numerics"]);
    }

    [Fact]
    public void The_Application_refers_to_the_Domain_and_the_abstraction_of_logging_alone()
    {
        BeyondTheBaseLibrary(Application).ShouldBeSubsetOf(["SloFunctions.Domain", "Microsoft.Extensions.Logging.Abstractions"]);
        Asked("SloFunctions.Application").ShouldBe(["Microsoft.Extensions.Logging.Abstractions", "SloFunctions.Domain"]);
    }

    [Fact]
    public void The_Infrastructure_does_not_know_the_functions()
    {
        BeyondTheBaseLibrary(Infrastructure).ShouldNotContain(name => name.StartsWith("SloFunctions.Functions", StringComparison.Ordinal));
        Asked("SloFunctions.Infrastructure").Where(name => name.StartsWith("SloFunctions.", StringComparison.Ordinal))
            .ShouldBe(["SloFunctions.Application"]);
    }

    [Fact]
    public void Nothing_that_is_deployed_knows_the_local_host_or_the_tests()
    {
        foreach (var assembly in new[] { Domain, Application, Infrastructure, Functions })
            BeyondTheBaseLibrary(assembly).ShouldNotContain(name => name == "SloFunctions.LocalHost" || name == "SloFunctions.Testing");
    }

    [Fact]
    public void Only_the_composition_root_and_the_registrations_of_the_functions_name_the_Infrastructure()
    {
        SourceFiles.Below("src/SloFunctions.Functions", "*.cs")
            .Where(file => SourceFiles.Read(file).Contains("SloFunctions.Infrastructure", StringComparison.Ordinal))
            .Select(Path.GetFileName)
            .ShouldBeSubsetOf(["FunctionApp.cs", "UseCaseRegistration.cs", "IdentityRegistration.cs", "OperationRegistration.cs", "Program.cs"]);
    }

    [Fact]
    public void The_Domain_waits_for_nothing()
    {
        var methods = Domain.GetTypes()
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .ToArray();

        methods.Length.ShouldBeGreaterThan(100);
        methods.Where(m => IsAwaitable(m.ReturnType) || m.GetParameters().Any(p => IsAwaitable(p.ParameterType)))
            .Select(m => $"{m.DeclaringType}.{m.Name}")
            .ShouldBeEmpty();
    }

    private static bool IsAwaitable(Type type) =>
        typeof(Task).IsAssignableFrom(type) || type == typeof(ValueTask) || (type.IsGenericType
            && (type.GetGenericTypeDefinition() == typeof(ValueTask<>) || type.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>)));

    private static string[] BeyondTheBaseLibrary(Assembly assembly) =>
    [
        .. assembly.GetReferencedAssemblies()
            .Select(a => a.Name!)
            .Where(name => name is not ("netstandard" or "mscorlib") && !name.StartsWith("System.", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
    ];

    // An assembly lists only what its code uses; a project file also what it could use.
    private static string[] Asked(string project) =>
    [
        .. XDocument.Parse(SourceFiles.Read($"src/{project}/{project}.csproj")).Descendants()
            .Where(e => e.Name.LocalName is "PackageReference" or "ProjectReference")
            .Select(e => Path.GetFileNameWithoutExtension(e.Attribute("Include")!.Value + (e.Name.LocalName == "PackageReference" ? ".package" : "")))
            .Order(StringComparer.Ordinal),
    ];
}
