using SloFunctions.Application.Telemetry;
using SloFunctions.Domain.Graph;

namespace SloFunctions.Infrastructure.Tests.Prometheus;

public sealed class ServiceNameTests(NamedServices prometheus) : IClassFixture<NamedServices>
{
    public static TheoryData<string> Names => [.. NamedServices.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_service_is_found_by_its_name_and_only_that_one(string name) =>
        Found(await prometheus.ReadAsync([ServiceId.Of(name)], hours: 1)).ShouldBe([(name, NamedServices.RequestsOf(name))]);

    [Fact]
    public async Task A_hundred_services_of_the_longest_names_are_found_at_once()
    {
        string[] wanted = [.. NamedServices.LongNames.Take(100)];

        var found = Found(await prometheus.ReadAsync([.. wanted.Select(ServiceId.Of)], hours: 1));

        found.ShouldBe([.. wanted.Select(name => (name, NamedServices.RequestsOf(name)))]);
    }

    [Fact]
    public async Task Beyond_a_hundred_names_all_services_are_read()
    {
        string[] wanted = [.. NamedServices.LongNames.Take(101)];

        var found = Found(await prometheus.ReadAsync([.. wanted.Select(ServiceId.Of)], hours: 1));

        string[] all = [.. NamedServices.Names.Concat(NamedServices.LongNames).Order(StringComparer.Ordinal)];
        wanted.Length.ShouldBe(101);
        found.ShouldBe([.. all.Select(name => (name, NamedServices.RequestsOf(name)))]);
    }

    [Fact]
    public async Task Without_names_every_service_is_read_and_labels_that_are_no_names_are_passed_over()
    {
        var found = Found(await prometheus.ReadAsync(only: null, hours: 1));

        string[] all = [.. NamedServices.Names.Concat(NamedServices.LongNames).Order(StringComparer.Ordinal)];
        found.ShouldBe([.. all.Select(name => (name, NamedServices.RequestsOf(name)))]);
    }

    [Fact]
    public async Task A_service_that_is_not_there_is_no_error() =>
        (await prometheus.ReadAsync([ServiceId.Of("nobody")], hours: 1)).ShouldBeEmpty();

    private static IEnumerable<(string Name, long Requests)> Found(IReadOnlyList<ServiceHour> hours) =>
        hours.Select(h => (h.Service.Value, h.Sli.Counts.Total)).OrderBy(h => h.Value, StringComparer.Ordinal);
}
