using System.Reflection;

namespace StandIns.Tests;

public class ConformanceTests
{
    private static readonly PublicApi Api = PublicApi.Read();

    private static readonly string[] Names =
    [
        .. Assembly.GetExecutingAssembly().GetCustomAttributes<AssemblyMetadataAttribute>()
            .Where(data => data.Value == "StandIn").Select(data => data.Key),
    ];

    public static TheoryData<string> StandIns => [.. Names];

    [Theory]
    [MemberData(nameof(StandIns))]
    public void A_stand_in_offers_nothing_that_the_real_package_lacks(string name)
    {
        var types = Assembly.Load(name).GetExportedTypes();

        types.ShouldNotBeEmpty();
        Conformance.Breaches(types, Api).ShouldBeEmpty();
    }

    [Fact]
    public void Every_stand_in_project_is_looked_at()
    {
        var root = Directories.Root();
        var projects = Directory.GetFiles(Path.Combine(root, "src", "StandIns"), "*.csproj", SearchOption.AllDirectories)
            .Select(file => Path.GetFileNameWithoutExtension(file));

        Names.ShouldBe(projects, ignoreOrder: true);
    }
}
