using System.Reflection;
using System.Text.Json;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using SloFunctions.Application.Access;
using SloFunctions.Application.Alerts;
using SloFunctions.Application.Drift;
using SloFunctions.Application.Graph;
using SloFunctions.Application.Maintenance;
using SloFunctions.Application.Notifications;
using SloFunctions.Application.Telemetry;
using SloFunctions.Functions;
using SloFunctions.Functions.Access;
using SloFunctions.Functions.Operations;
using SloFunctions.Infrastructure.AzureTables;
using SloFunctions.Infrastructure.Kubernetes;
using SloFunctions.Infrastructure.Postgres;
using SloFunctions.Infrastructure.Prometheus;
using SloFunctions.Infrastructure.Settings;
using SloFunctions.Infrastructure.Tempo;

namespace SloFunctions.Architecture.Tests;

public sealed class FunctionTests
{
    // What clients look for at a fixed place, whatever the version of the API.
    private static readonly string[] OutsideTheApi = ["docs", "docs/{file}", "redoc", "redoc/{file}", "metrics", "errors/{code}"];

    [Fact]
    public void Every_HTTP_function_leaves_authentication_to_the_app()
    {
        var triggers = Triggers<HttpTriggerAttribute>();

        triggers.ShouldNotBeEmpty();
        triggers.ShouldAllBe(t => t.Attribute.AuthLevel == AuthorizationLevel.Anonymous);
    }

    [Fact]
    public void Every_HTTP_function_has_a_policy_and_every_policy_a_function()
    {
        string[] operations = [.. Methods()
            .Where(m => m.GetParameters().Any(p => p.GetCustomAttribute<HttpTriggerAttribute>() is not null))
            .Select(m => m.GetCustomAttribute<FunctionAttribute>()!.Name)];

        EndpointPolicies.Operations.ShouldBe(operations, ignoreOrder: true);
    }

    [Fact]
    public void What_changes_something_is_for_owners_and_administrators()
    {
        string[] questions = ["AnalyseSloImpact", "AnswerWhatIf", "PlanFeasibility", "AskDeployGate"];
        string[] changing = [.. Triggers<HttpTriggerAttribute>()
            .Where(t => t.Attribute.Methods is { } methods && !methods.All(m => m is "get" or "head"))
            .Select(t => t.Function)
            .Except(questions)];

        changing.ShouldNotBeEmpty();
        changing.ShouldAllBe(operation => EndpointPolicies.Find(operation)!.Role >= Role.ServiceOwner);
    }

    [Fact]
    public void Every_HTTP_function_states_its_route_and_one_method_at_least()
    {
        var triggers = Triggers<HttpTriggerAttribute>().Where(t => !t.Attribute.Route!.StartsWith("{*path", StringComparison.Ordinal)).ToArray();

        triggers.Length.ShouldBe(Triggers<HttpTriggerAttribute>().Length - 1, "One function answers what no other does.");
        triggers.ShouldAllBe(t => t.Attribute.Methods!.Length > 0);
        triggers.Select(t => t.Attribute.Route!).Where(route => !route.StartsWith("api/v1/", StringComparison.Ordinal)).ShouldBe(OutsideTheApi, ignoreOrder: true);
    }

    [Fact]
    public void Names_of_functions_are_unique()
    {
        Methods().Select(m => m.GetCustomAttribute<FunctionAttribute>()).OfType<FunctionAttribute>().Select(f => f.Name).ShouldBeUnique();
    }

    [Fact]
    public void Every_function_that_no_request_starts_can_be_cancelled()
    {
        // An orchestrator ends when its history says so, and in no other way.
        Functions().Where(m => !IsHttp(m) && !IsOrchestrator(m) && !TakesToken(m)).Select(m => m.Name).ShouldBeEmpty();
    }

    [Fact]
    public void Every_HTTP_function_is_cancelled_with_its_request()
    {
        // The token that the host gives a function knows neither of the client's leaving nor of the deadline.
        Functions().Where(m => IsHttp(m) && TakesToken(m)).Select(m => m.Name).ShouldBeEmpty();
        SourceFiles.Below("src/SloFunctions.Functions/Http", "*.cs").Select(SourceFiles.Read)
            .Where(text => text.Contains("HttpTrigger(", StringComparison.Ordinal) && text.Contains("await", StringComparison.Ordinal))
            .ShouldAllBe(text => text.Contains("request.Cancellation()", StringComparison.Ordinal) && !text.Contains("CancellationToken.None", StringComparison.Ordinal));
    }

    [Fact]
    public void Groups_are_of_operations_that_exist()
    {
        OperationGroups.Listed.ShouldBeSubsetOf(Functions().Select(m => m.GetCustomAttribute<FunctionAttribute>()!.Name));
    }

    [Fact]
    public void The_sample_settings_hold_the_schedule_of_every_timer()
    {
        var schedules = Triggers<TimerTriggerAttribute>().Select(t => t.Attribute.Schedule).ToArray();

        schedules.ShouldNotBeEmpty();
        schedules.ShouldAllBe(s => s.Length > 2 && s.StartsWith('%') && s.EndsWith('%'));
        schedules.Select(s => s.Trim('%')).ShouldBeSubsetOf(SampleSettings());
    }

    [Theory]
    [InlineData("Database", typeof(PostgresOptions))]
    [InlineData("Prometheus", typeof(PrometheusOptions))]
    [InlineData("Tempo", typeof(TempoOptions))]
    [InlineData("Kubernetes", typeof(KubernetesOptions))]
    [InlineData("Identity", typeof(IdentityOptions))]
    [InlineData("AzureAd", typeof(EntraOptions))]
    [InlineData("RateLimits", typeof(RateLimitOptions))]
    [InlineData("AuditAnchors", typeof(AuditAnchorOptions))]
    [InlineData("Aggregation", typeof(AggregationPolicy))]
    [InlineData("Access", typeof(AccessPolicy))]
    [InlineData("Notifications", typeof(NotificationPolicy))]
    [InlineData("Drift", typeof(DriftRunPolicy))]
    [InlineData("Graph", typeof(GraphPolicy))]
    [InlineData("Maintenance", typeof(MaintenancePolicy))]
    [InlineData("Alerts", typeof(AlertPolicy))]
    [InlineData("Deadlines", typeof(DeadlinePolicy))]
    [InlineData("Bulkheads", typeof(BulkheadPolicy))]
    public void The_sample_settings_hold_every_section_of_options_and_no_option_that_is_none(string section, Type options)
    {
        string[] names = [.. SampleSettings().Where(n => n.StartsWith(section + "__", StringComparison.Ordinal)).Select(n => n[(section.Length + 2)..])];

        names.ShouldNotBeEmpty();
        names.ShouldBeSubsetOf(options.GetProperties().Select(p => p.Name));
    }

    [Fact]
    public void Policies_are_read_from_settings_and_a_wrong_one_is_refused()
    {
        Policy("HistoryDays", "14").HistoryDays.ShouldBe(14);
        Policy("SettleTime", "00:05:00").SettleTime.ShouldBe(TimeSpan.FromMinutes(5));
        Should.Throw<InvalidSettingException>(() => Policy("HistoryDays", "0")).Message.ShouldContain("Aggregation:HistoryDays");
        Should.Throw<InvalidSettingException>(() => Policy("HistoryDays", "many")).Message.ShouldContain("Aggregation");
    }

    private static AggregationPolicy Policy(string name, string value) =>
        new ConfigurationBuilder().AddInMemoryCollection([new($"Aggregation:{name}", value)]).Build().Bind<AggregationPolicy>("Aggregation");

    private static IEnumerable<string> SampleSettings() =>
        JsonSerializer.Deserialize<JsonElement>(SourceFiles.Read("local.settings.sample.json")).GetProperty("Values").EnumerateObject().Select(p => p.Name);

    private static (string Function, T Attribute)[] Triggers<T>()
        where T : Attribute =>
        [
            .. Methods().SelectMany(m => m.GetParameters())
                .Select(p => (p.Member.GetCustomAttribute<FunctionAttribute>()?.Name, p.GetCustomAttribute<T>()))
                .Where(t => t.Item2 is not null)
                .Select(t => (t.Name!, t.Item2!)),
        ];

    private static MethodInfo[] Functions() => [.. Methods().Where(m => m.GetCustomAttribute<FunctionAttribute>() is not null)];

    private static bool IsHttp(MethodInfo method) => method.GetParameters().Any(p => p.GetCustomAttribute<HttpTriggerAttribute>() is not null);

    private static bool IsOrchestrator(MethodInfo method) => method.GetParameters().Any(p => p.GetCustomAttribute<OrchestrationTriggerAttribute>() is not null);

    private static bool TakesToken(MethodInfo method) => method.GetParameters().Any(p => p.ParameterType == typeof(CancellationToken));

    private static IEnumerable<MethodInfo> Methods() => typeof(FunctionApp).Assembly.GetTypes()
        .SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly));
}
