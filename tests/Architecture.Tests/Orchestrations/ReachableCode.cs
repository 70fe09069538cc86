using System.Reflection;
using System.Runtime.CompilerServices;

namespace SloFunctions.Architecture.Tests.Orchestrations;

/// <summary>All code of ours that a method may run: its own, that of its state machine and lambdas, and of what these call.</summary>
internal static class ReachableCode
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>The methods, each once, with their instructions.</summary>
    /// <param name="start">Where it begins.</param>
    /// <param name="isOurs">Whether the code of an assembly is followed into.</param>
    public static IReadOnlyList<(MethodBase Method, IReadOnlyList<Instruction> Code)> From(MethodBase start, Func<Assembly, bool> isOurs)
    {
        var seen = new HashSet<MethodBase>();
        var open = new Queue<MethodBase>([start]);
        var found = new List<(MethodBase, IReadOnlyList<Instruction>)>();
        while (open.TryDequeue(out var method))
        {
            if (!seen.Add(method)) continue;
            Instruction[] code = [.. MethodCode.Read(method).Where(i => !IsOfCoverage(i.Operand))];
            found.Add((method, code));
            foreach (var next in StateMachine(method).Concat(code.Select(i => i.Operand).SelectMany(Methods)).Where(m => isOurs(m.Module.Assembly)))
                open.Enqueue(next);
        }

        return found;
    }

    // Measuring coverage writes calls of its own into every method.
    private static bool IsOfCoverage(object? operand) =>
        operand is MemberInfo { DeclaringType.Namespace: { } name } && name.StartsWith("Coverlet.", StringComparison.Ordinal);

    private static MethodBase[] StateMachine(MethodBase method) =>
        method.GetCustomAttribute<StateMachineAttribute>() is { } machine ? machine.StateMachineType.GetMethods(Declared) : [];

    // Whoever reads a static field has its class set up first.
    private static IEnumerable<MethodBase> Methods(object? operand) => operand switch
    {
        MethodBase method => method.IsStatic && method.DeclaringType?.TypeInitializer is { } setUp ? [method, setUp] : [method],
        FieldInfo { IsStatic: true, DeclaringType.TypeInitializer: { } setUp } => [setUp],
        _ => [],
    };
}
