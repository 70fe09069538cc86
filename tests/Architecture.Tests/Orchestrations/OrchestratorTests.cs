using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using SloFunctions.Functions;

namespace SloFunctions.Architecture.Tests.Orchestrations;

public sealed class OrchestratorTests
{
    private static readonly MethodInfo[] Orchestrators = StartedBy<OrchestrationTriggerAttribute>();

    [Fact]
    public void Orchestrators_are_static_and_live_in_a_room_of_their_own()
    {
        Orchestrators.ShouldAllBe(m => m.IsStatic && m.DeclaringType!.IsAbstract && m.DeclaringType.IsSealed);
        Orchestrators.ShouldAllBe(m => m.DeclaringType!.Namespace == "SloFunctions.Functions.Orchestrations");
        Orchestrators.Select(m => $"src/SloFunctions.Functions/Orchestrations/{m.DeclaringType!.Name}.cs")
            .ShouldBeSubsetOf(SourceFiles.Below("src/SloFunctions.Functions/Orchestrations", "*.cs"));
    }

    [Fact]
    public void Orchestrators_are_given_their_context_and_nothing_else() =>
        Orchestrators.Where(m => m.GetParameters() is not [{ ParameterType: var type }] || type != typeof(TaskOrchestrationContext))
            .Select(Name).ShouldBeEmpty();

    [Fact]
    public void Activities_live_in_a_room_of_their_own() =>
        StartedBy<ActivityTriggerAttribute>().Where(m => m.IsStatic || m.DeclaringType!.Namespace != "SloFunctions.Functions.Activities")
            .Select(Name).ShouldBeEmpty();

    [Fact]
    public void No_orchestrator_uses_what_would_be_otherwise_when_it_is_run_again() =>
        Orchestrators.SelectMany(m => Code(m).SelectMany(c => Nondeterminism.In(c.Method, c.Code)).Distinct().Select(found => $"{Name(m)}: {found}"))
            .ShouldBeEmpty();

    [Fact]
    public void What_orchestrators_call_is_there()
    {
        string[] activities = [.. StartedBy<ActivityTriggerAttribute>().Select(Name)];
        string[] orchestrators = [.. Orchestrators.Select(Name)];

        foreach (var (caller, call, name) in Calls().Where(c => c.Name is not null))
        {
            string[] known = call switch
            {
                CalledNames.HandedOver => [.. activities, .. orchestrators],
                nameof(TaskOrchestrationContext.CallSubOrchestratorAsync) => orchestrators,
                _ => activities,
            };
            known.ShouldContain(name!, $"called by {caller}");
        }
    }

    [Fact]
    public void No_name_is_made_up_while_an_orchestrator_runs() =>
        Calls().GroupBy(c => c.Caller).Where(calls => calls.Any(c => c.Name is null) && calls.All(c => c.Call != CalledNames.HandedOver || c.Name is null))
            .Select(calls => calls.Key).ShouldBeEmpty();

    [Fact]
    public void Every_activity_is_called() => StartedBy<ActivityTriggerAttribute>().Select(Name).Except(Calls().Select(c => c.Name!)).ShouldBeEmpty();

    [Fact]
    public void Names_are_found_where_they_are_called_by()
    {
        var code = ReachableCode.From(typeof(RightOrchestrators).GetMethod(nameof(RightOrchestrators.Everything))!, own => own == typeof(OrchestratorTests).Assembly);

        code.SelectMany(m => CalledNames.In(m.Code)).ShouldBe(
            [
                (nameof(TaskOrchestrationContext.CallActivityAsync), "Work"),
                (nameof(TaskOrchestrationContext.CallSubOrchestratorAsync), "Chunk"),
                (nameof(TaskOrchestrationContext.CallActivityAsync), null),
                (CalledNames.HandedOver, "Tidy"),
            ],
            ignoreOrder: true);
    }

    private static IEnumerable<(string Caller, string Call, string? Name)> Calls() =>
        Orchestrators.SelectMany(m => Code(m).SelectMany(c => CalledNames.In(c.Code)).Select(c => (Name(m), c.Call, c.Name)));

    private static IReadOnlyList<(MethodBase Method, IReadOnlyList<Instruction> Code)> Code(MethodInfo orchestrator) =>
        ReachableCode.From(orchestrator, assembly => assembly.GetName().Name!.StartsWith("SloFunctions.", StringComparison.Ordinal));

    private static string Name(MethodInfo method) => method.GetCustomAttribute<FunctionAttribute>()?.Name ?? $"{method.DeclaringType}.{method.Name}";

    private static MethodInfo[] StartedBy<T>()
        where T : Attribute =>
        [
            .. typeof(FunctionApp).Assembly.GetTypes()
                .SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
                .Where(m => m.GetParameters().Any(p => p.IsDefined(typeof(T)))),
        ];
}
