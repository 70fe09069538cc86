using SloFunctions.Domain.Graph;

namespace SloFunctions.Domain.Tests.Graph;

public sealed class DependencyMergeTests
{
    private static readonly DateTimeOffset Day = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Each_attribute_is_what_the_most_trusted_source_says_that_speaks_of_it()
    {
        var merged = Merge(
            View(DiscoverySource.Kubernetes, CommunicationMode.Async, DependencyCriticality.Soft, group: "k"),
            View(DiscoverySource.OtelServiceGraph, CommunicationMode.Sync),
            View(DiscoverySource.Manual, criticality: DependencyCriticality.Degraded));

        merged.Views.Select(v => v.From).ShouldBe([DiscoverySource.Manual, DiscoverySource.OtelServiceGraph, DiscoverySource.Kubernetes]);
        merged.Effective(null).ShouldBe(new GraphDependency(0, 1, CommunicationMode.Sync, DependencyCriticality.Degraded, "k", null));
    }

    [Fact]
    public void A_dependency_of_which_nothing_is_said_is_a_hard_synchronous_one() =>
        Merge(View(DiscoverySource.Manual)).Effective(null).IsHard.ShouldBeTrue();

    [Fact]
    public void Every_source_that_contradicts_the_one_that_counts_is_a_conflict()
    {
        var conflicts = Merge(
            View(DiscoverySource.Manual, protocol: "grpc"),
            View(DiscoverySource.ServiceMesh, CommunicationMode.Sync, protocol: "http", timeout: 100),
            View(DiscoverySource.Kubernetes, CommunicationMode.Async, protocol: "kafka", timeout: 100)).Conflicts();

        conflicts.Select(c => $"{c.Aspect}: {c.Trusted} {c.TrustedValue}, {c.Overruled} {c.OverruledValue}").ShouldBe([
            "CommunicationMode: ServiceMesh sync, Kubernetes async",
            "Protocol: Manual grpc, ServiceMesh http",
            "Protocol: Manual grpc, Kubernetes kafka",
        ]);
    }

    [Fact]
    public void What_a_source_adds_to_a_caller_it_has_reported_before_is_new_and_its_first_report_is_not()
    {
        var views = new[]
        {
            View(DiscoverySource.Manual) with { Target = 1 },
            View(DiscoverySource.Manual) with { Target = 2, FirstObservedAt = Day.AddDays(5) },
            // Another source that starts later sees what was there all along.
            View(DiscoverySource.ServiceMesh) with { Target = 3, FirstObservedAt = Day.AddDays(9) },
            View(DiscoverySource.ServiceMesh) with { Target = 2, FirstObservedAt = Day.AddDays(12) },
        };
        var services = Enumerable.Range(0, 4).Select(i => new GraphService(ServiceId.Of($"s{i}"), ServiceType.Internal, null)).ToArray();

        var graph = DependencyMerge.Effective(services, DependencyMerge.Merge(views));

        graph.Dependencies.Select(d => (d.Target, d.NewSince)).ShouldBe([(1, null), (2, Day.AddDays(5)), (3, null)]);
    }

    [Fact]
    public void Declared_and_observed_graphs_are_told_apart()
    {
        var views = new[]
        {
            View(DiscoverySource.Manual) with { Target = 1 },
            View(DiscoverySource.ServiceMesh) with { Target = 2 },
            View(DiscoverySource.Kubernetes, criticality: DependencyCriticality.Soft) with { Target = 3 },
            View(DiscoverySource.OtelServiceGraph, criticality: DependencyCriticality.Hard) with { Target = 3 },
            View(DiscoverySource.Manual, protocol: "grpc") with { Target = 4 },
            View(DiscoverySource.ServiceMesh) with { Target = 4 },
            View(DiscoverySource.Manual, protocol: "grpc") with { Target = 5 },
            View(DiscoverySource.Kubernetes, protocol: "http") with { Target = 5 },
        };

        Divergence.Between(DependencyMerge.Merge(views))
            .Select(d => $"{d.Kind} {d.Dependency.Target} {d.Difference?.TrustedValue} {d.Difference?.OverruledValue}".TrimEnd())
            .ShouldBe(["DeclaredNotObserved 1", "ObservedNotDeclared 2", "AttributeDifference 3 soft hard", "DeclaredNotObserved 5"]);
    }

    private static MergedDependency Merge(params SourcedDependency[] views) => DependencyMerge.Merge(views).ShouldHaveSingleItem();

    private static SourcedDependency View(
        DiscoverySource from,
        CommunicationMode? mode = null,
        DependencyCriticality? criticality = null,
        string? protocol = null,
        int? timeout = null,
        string? group = null) => new(0, 1, from, mode, criticality, protocol, timeout, null, group, Day, Day, 1);
}
