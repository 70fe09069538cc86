using System.Text;
using SloFunctions.Application.Graph;
using SloFunctions.Domain.Graph;

namespace SloFunctions.Application.Tests.Graph;

public sealed class GraphUpdateContentTests
{
    private static readonly string[] Texts = ["a", "grpc", "pay ments", "\"quoted\"\\", "ünï-çødé", "🚀", "<&'>", new('x', 255)];

    private static readonly string[] Names = ["shop", "ünï", "🚀", "\"q\"", "a b"];

    [Fact]
    public void What_was_written_is_read_back_whatever_it_is()
    {
        var random = new Random(44);
        for (int i = 0; i < 300; i++)
        {
            var update = Draw(random);

            var read = GraphUpdateContent.Read(GraphUpdateContent.Write(update));

            (read.Source, read.ObservedAt).ShouldBe((update.Source, update.ObservedAt));
            read.Nodes.ShouldBe(update.Nodes);
            read.Edges.ShouldBe(update.Edges);
        }
    }

    [Fact]
    public void It_takes_far_less_room_than_the_request()
    {
        var edges = Enumerable.Range(0, 10_000).Select(i => new DependencyEdge(
            ServiceId.Of($"some-service-{i % 1000}"), ServiceId.Of($"some-service-{(i * 7) + 1}"), CommunicationMode.Sync, DependencyCriticality.Hard, "grpc", 500, """{"max_retries":3}"""));

        GraphUpdateContent.Write(new GraphUpdate(DiscoverySource.Manual, DateTimeOffset.UnixEpoch, [], [.. edges])).Length.ShouldBeLessThan(10_000 * 15);
    }

    [Theory]
    [InlineData("")]
    [InlineData("no gzip at all")]
    public void Other_bytes_are_refused(string text) => Should.Throw<InvalidDataException>(() => GraphUpdateContent.Read(Encoding.UTF8.GetBytes(text + "…")));

    private static GraphUpdate Draw(Random random)
    {
        int services = random.Next(1, 30);
        ServiceId[] ids = [.. Enumerable.Range(0, services).Select(i => ServiceId.Of($"{i}-{Pick(random, Names)}"))];
        ServiceRegistration[] nodes = [.. ids.Where(_ => random.Next(2) == 0).Select(id => random.Next(4) == 0 ? new ServiceRegistration(id, null, null, null, null) : Node(random, id))];
        var pairs = ids.SelectMany(a => ids.Where(b => b != a).Select(b => (a, b))).Where(_ => random.Next(3) == 0);
        return new GraphUpdate(
            Term<DiscoverySource>(random),
            new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddTicks(random.NextInt64(TimeSpan.TicksPerDay * 300)),
            nodes,
            [.. pairs.Select(p => Edge(random, p.a, p.b))]);
    }

    private static ServiceRegistration Node(Random random, ServiceId id) => new(
        id,
        random.Next(2) == 0 ? null : Term<ServiceCriticality>(random),
        Maybe(random, Pick(random, Texts)),
        random.Next(2) == 0 ? null : random.Next(10),
        $$$"""{"note": "{{{Pick(random, ["plain", "\\ud83d", "é", "\\u0001"])}}}",  "deep": {"n": 1.50}}""",
        random.Next(2) == 0 ? null : Term<ServiceType>(random),
        random.Next(2) == 0 ? null : random.NextDouble() * 100);

    private static DependencyEdge Edge(Random random, ServiceId source, ServiceId target) => new(
        source,
        target,
        random.Next(2) == 0 ? null : Term<CommunicationMode>(random),
        random.Next(2) == 0 ? null : Term<DependencyCriticality>(random),
        Maybe(random, Pick(random, Texts)),
        random.Next(2) == 0 ? null : random.Next(),
        Maybe(random, """{ "max_retries" : 3, "codes": ["\ud83d"] }"""),
        Maybe(random, Pick(random, Texts)),
        random.Next(2) == 0 ? null : random.NextInt64());

    private static string? Maybe(Random random, string text) => random.Next(2) == 0 ? null : text;

    private static string Pick(Random random, string[] texts) => texts[random.Next(texts.Length)];

    private static TEnum Term<TEnum>(Random random)
        where TEnum : struct, Enum
    {
        var all = Enum.GetValues<TEnum>();
        return all[random.Next(all.Length)];
    }
}
