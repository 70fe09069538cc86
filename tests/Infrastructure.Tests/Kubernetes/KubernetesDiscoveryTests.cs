using System.Text.Json;
using SloFunctions.Application.Graph;
using SloFunctions.Domain.Graph;

namespace SloFunctions.Infrastructure.Tests.Kubernetes;

/// <summary>What the objects of a cluster mean.</summary>
public sealed class KubernetesDiscoveryTests : ClusterTests
{
    [Fact]
    public async Task A_service_is_registered_with_what_its_objects_tell_of_it()
    {
        Cluster.Add("services", "shop", "checkout", new
        {
            metadata = new
            {
                labels = new Dictionary<string, string> { ["app.kubernetes.io/part-of"] = "web-shop" },
                annotations = new Dictionary<string, string>
                {
                    ["slo-functions.io/team"] = "payments",
                    ["slo-functions.io/criticality"] = "critical",
                    ["slo-functions.io/tier"] = "1",
                    ["slo-functions.io/runtime"] = "dotnet10",
                },
            },
            spec = new { selector = new { app = "checkout" } },
        });
        AddDeployment("shop", "checkout-stable", replicas: 3, app: "checkout");
        AddDeployment("shop", "checkout-canary", replicas: null, app: "checkout");
        AddDeployment("shop", "cart", replicas: 5, app: "cart");
        AddDeployment("other", "checkout", replicas: 7, app: "checkout");

        var found = await DiscoverAsync();

        var service = found.Update.Nodes.ShouldHaveSingleItem();
        (service.Id.Value, service.Team, service.Criticality, service.Tier, service.Type)
            .ShouldBe(("checkout", "payments", ServiceCriticality.Critical, 1, null));
        Metadata(service).ShouldBe(
            "criticality=critical namespace=shop part_of=web-shop replicas=4 runtime=dotnet10 team=payments tier=1");
        found.Skipped.ShouldBeEmpty();
        (found.Update.Source, found.Update.ObservedAt).ShouldBe((DiscoverySource.Kubernetes, Cluster.Clock.GetUtcNow()));
    }

    [Fact]
    public async Task A_name_for_a_host_outside_is_an_external_service()
    {
        Cluster.Add("services", "shop", "payments", new { spec = new { type = "ExternalName", externalName = "api.example.com" } });

        var service = (await DiscoverAsync()).Update.Nodes.ShouldHaveSingleItem();

        service.Type.ShouldBe(ServiceType.External);
        Metadata(service).ShouldBe("external_name=api.example.com namespace=shop service_type=external");
    }

    [Fact]
    public async Task Services_that_share_a_name_carry_their_namespaces_and_an_annotation_decides_otherwise()
    {
        AddService("blue", "api");
        AddService("green", "api", ("depends-on", "db"));
        AddService("red", "api", ("service-id", "api-of-red"));
        AddService("blue", "db", ("depends-on", "api, api.red"));
        AddService("green", "web", ("depends-on", " api,db,, somewhere.else "));

        var found = (await DiscoverAsync()).Update;

        found.Nodes.Select(n => n.Id.Value).ShouldBe(["api.blue", "api.green", "api-of-red", "db", "web"]);
        Edges(found).ShouldBe(["api.green -> db", "db -> api.blue", "db -> api-of-red", "web -> api.green", "web -> db", "web -> somewhere.else"]);
    }

    [Fact]
    public async Task Two_services_with_one_id_are_one()
    {
        AddService("shop", "web-stable", ("service-id", "web"), ("depends-on", "api"));
        AddService("shop", "web-canary", ("service-id", "web"), ("depends-on", "api"), ("team", "canary"));

        var found = await DiscoverAsync();

        found.Update.Nodes.ShouldHaveSingleItem().Team.ShouldBeNull();
        Edges(found.Update).ShouldBe(["web -> api"]);
        Skipped(found).ShouldBe(
        [
            "another service has the same id: service shop/web-canary",
            "the dependency is given more than once: service shop/web-canary, annotation slo-functions.io/depends-on",
        ]);
    }

    [Fact]
    public async Task Statements_that_are_wrong_are_reported_and_cost_only_the_statements()
    {
        AddService("shop", "a", ("criticality", "very high"), ("team", "payments"));
        AddService("shop", "b", ("tier", "first"));
        AddService("shop", "c", ("service-id", new string('x', 300)), ("depends-on", "d"));
        AddService("shop", "d", ("runtime", new string('x', 20_000)), ("depends-on", "d"));

        var found = await DiscoverAsync();

        found.Update.Nodes.Select(n => $"{n.Id} {n.Team} {Metadata(n)}").ShouldBe(["a  namespace=shop", "b  namespace=shop", "d  namespace=shop"]);
        found.Update.Edges.ShouldBeEmpty();
        Skipped(found).ShouldBe(
        [
            "metadata.criticality: One of critical, high, medium, low is expected.: service shop/a",
            "metadata.tier: A whole number from 0 to 9 is expected.: service shop/b",
            "metadata: At most 16384 characters of JSON are accepted.: service shop/d",
            "service_id: A service id has at most 255 characters; this one has 300.: service shop/c",
            "source: A service id has at most 255 characters; this one has 300.: service shop/c, annotation slo-functions.io/depends-on",
            "target: A service must not depend on itself.: service shop/d, annotation slo-functions.io/depends-on",
        ]);
    }

    [Fact]
    public async Task Config_maps_declare_dependencies_as_submissions_do()
    {
        AddDeclarations("shop", "graph", ("web.json", """
            [{"source":"web","target":"queue","attributes":{"communication_mode":"async","criticality":"soft","protocol":"kafka","timeout_ms":250,
              "retry_config":{"max_retries":3}}},
             {"source":"web","target":"api"}]
            """));
        AddService("shop", "web", ("depends-on", "queue"));

        var found = await DiscoverAsync();

        found.Update.Edges.ShouldBe(
        [
            new DependencyEdge(
                ServiceId.Of("web"), ServiceId.Of("queue"), CommunicationMode.Async, DependencyCriticality.Soft, "kafka", 250, """{"max_retries":3}"""),
            new DependencyEdge(ServiceId.Of("web"), ServiceId.Of("api"), null, null, null, null, null),
        ]);
        found.Skipped.ShouldHaveSingleItem().Reason.ShouldBe("the dependency is given more than once");
    }

    [Fact]
    public async Task Bad_entries_of_config_maps_are_reported_with_their_places_and_cost_the_others_nothing()
    {
        AddDeclarations(
            "shop",
            "graph",
            ("a", "not json"),
            ("b", """{"source":"web","target":"api"}"""),
            ("c", """["web",null,{"source":7,"target":"api"},{"source":"web","target":"web"},{"source":"web","target":"api","attributes":{"timeout_ms":-1}},{"source":"web","target":"good"}]"""),
            ("d", """[{"source":"web\ud800","target":"api"},{"source":"web","target":"api","source":"twice"},{"source":"web","target":"fine"}]"""),
            ("e", new string('[', 1000)),
            ("f", ""));
        Cluster.Add("configmaps", "shop", "unlabelled", new { data = new { a = """[{"source":"x","target":"y"}]""" } });

        var found = await DiscoverAsync();

        Edges(found.Update).ShouldBe(["web -> good", "web -> fine"]);
        Skipped(found).ShouldBe(
        [
            "a JSON list of dependencies is expected: config map shop/graph, key a",
            "a JSON list of dependencies is expected: config map shop/graph, key b",
            "a JSON list of dependencies is expected: config map shop/graph, key e",
            "a JSON list of dependencies is expected: config map shop/graph, key f",
            "an object with source, target and attributes is expected: config map shop/graph, key c, entry 1",
            "an object with source, target and attributes is expected: config map shop/graph, key c, entry 2",
            "an object with source, target and attributes is expected: config map shop/graph, key c, entry 3",
            "an object with source, target and attributes is expected: config map shop/graph, key d, entry 1",
            "an object with source, target and attributes is expected: config map shop/graph, key d, entry 2",
            "attributes.timeout_ms: 0 or more milliseconds are expected.: config map shop/graph, key c, entry 5",
            "target: A service must not depend on itself.: config map shop/graph, key c, entry 4",
        ]);
    }

    [Fact]
    public async Task What_Kubernetes_runs_for_itself_is_left_out_unless_its_namespace_is_named()
    {
        AddService("default", "kubernetes");
        AddService("kube-system", "kube-dns");
        AddService("shop", "web");

        (await DiscoverAsync()).Update.Nodes.Select(n => n.Id.Value).ShouldBe(["web"]);

        Cluster.Options.Namespaces = "default, kube-system";
        (await DiscoverAsync()).Update.Nodes.Select(n => n.Id.Value).ShouldBe(["kube-dns"]);
    }

    [Fact]
    public async Task An_empty_cluster_is_an_empty_graph()
    {
        var found = await DiscoverAsync();

        (found.Update.Nodes.Count, found.Update.Edges.Count, found.Skipped.Count).ShouldBe((0, 0, 0));
    }

    private void AddDeployment(string @namespace, string name, int? replicas, string app) => Cluster.Add(
        "deployments", @namespace, name, new { spec = new { replicas, template = new { metadata = new { labels = new { app, version = "1" } } } } });

    private static string Metadata(ServiceRegistration service) => string.Join(
        ' ', JsonSerializer.Deserialize<JsonElement>(service.MetadataJson!).EnumerateObject().OrderBy(p => p.Name).Select(p => $"{p.Name}={p.Value}"));

    private static IEnumerable<string> Edges(GraphUpdate update) => update.Edges.Select(e => $"{e.Source} -> {e.Target}");

    private static IEnumerable<string> Skipped(DiscoveredGraph found) => found.Skipped.SelectMany(s => s.Examples.Select(e => $"{s.Reason}: {e}"));
}
